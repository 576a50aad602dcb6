import { mapEnumToOptions } from '@abp/ng.core';

export enum SubscriberType {
  Unknown = 'Unknown',
  Corporate = 'Corporate',
  Individual = 'Individual',
}

export const subscriberTypeOptions = mapEnumToOptions(SubscriberType);
