import { mapEnumToOptions } from '@abp/ng.core';

export enum OfferState {
  Open = 'Open',
  Chosen = 'Chosen',
  Withdrawn = 'Withdrawn',
  Expired = 'Expired',
}

export const offerStateOptions = mapEnumToOptions(OfferState);
