import { mapEnumToOptions } from '@abp/ng.core';

export enum SuppressionReason {
  Unsubscribed = 'Unsubscribed',
  Objected = 'Objected',
  Bounced = 'Bounced',
  Recorded = 'Recorded',
}

export const suppressionReasonOptions = mapEnumToOptions(SuppressionReason);
