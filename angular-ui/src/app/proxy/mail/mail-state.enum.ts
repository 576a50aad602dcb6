import { mapEnumToOptions } from '@abp/ng.core';

export enum MailState {
  Draft = 'Draft',
  Queued = 'Queued',
  Sending = 'Sending',
  Sent = 'Sent',
  Kept = 'Kept',
  InDoubt = 'InDoubt',
  Refused = 'Refused',
  Withdrawn = 'Withdrawn',
  Failed = 'Failed',
}

export const mailStateOptions = mapEnumToOptions(MailState);
