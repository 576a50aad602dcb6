import { mapEnumToOptions } from '@abp/ng.core';

export enum FollowUpState {
  Open = 'Open',
  Done = 'Done',
  Dropped = 'Dropped',
}

export const followUpStateOptions = mapEnumToOptions(FollowUpState);
