import { mapEnumToOptions } from '@abp/ng.core';

export enum DeliveryOutcome {
  Sent = 'Sent',
  Kept = 'Kept',
  Refused = 'Refused',
  Later = 'Later',
  Unknown = 'Unknown',
}

export const deliveryOutcomeOptions = mapEnumToOptions(DeliveryOutcome);
