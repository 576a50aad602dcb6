import { mapEnumToOptions } from '@abp/ng.core';

export enum ImportStatus {
  Queued = 'Queued',
  Reading = 'Reading',
  Ready = 'Ready',
  Failed = 'Failed',
}

export const importStatusOptions = mapEnumToOptions(ImportStatus);
