import { mapEnumToOptions } from '@abp/ng.core';

export enum Purpose {
  Marketing = 'Marketing',
  Service = 'Service',
}

export const purposeOptions = mapEnumToOptions(Purpose);
