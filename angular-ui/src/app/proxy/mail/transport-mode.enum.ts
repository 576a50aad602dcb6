import { mapEnumToOptions } from '@abp/ng.core';

export enum TransportMode {
  None = 'None',
  Practice = 'Practice',
  Smtp = 'Smtp',
}

export const transportModeOptions = mapEnumToOptions(TransportMode);
