import { mapEnumToOptions } from '@abp/ng.core';

export enum OwnerRequestState {
  Open = 'Open',
  Granted = 'Granted',
  Refused = 'Refused',
}

export const ownerRequestStateOptions = mapEnumToOptions(OwnerRequestState);
