import { mapEnumToOptions } from '@abp/ng.core';

export enum MeetingState {
  Invited = 'Invited',
  Accepted = 'Accepted',
  Tentative = 'Tentative',
  Declined = 'Declined',
  Cancelled = 'Cancelled',
  Held = 'Held',
}

export const meetingStateOptions = mapEnumToOptions(MeetingState);
