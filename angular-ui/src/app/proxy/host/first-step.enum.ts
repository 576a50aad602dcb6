import { mapEnumToOptions } from '@abp/ng.core';

export enum FirstStep {
  Practice = 'Practice',
  Import = 'Import',
  Pick = 'Pick',
  Plan = 'Plan',
  Colleague = 'Colleague',
}

export const firstStepOptions = mapEnumToOptions(FirstStep);
