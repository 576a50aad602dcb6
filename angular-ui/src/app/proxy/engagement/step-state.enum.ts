import { mapEnumToOptions } from '@abp/ng.core';

export enum StepState {
  Done = 'Done',
  Skipped = 'Skipped',
  Current = 'Current',
  ToCome = 'ToCome',
}

export const stepStateOptions = mapEnumToOptions(StepState);
