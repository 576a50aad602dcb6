import { mapEnumToOptions } from '@abp/ng.core';

export enum CheckState {
  Met = 'Met',
  Missing = 'Missing',
  Unknown = 'Unknown',
}

export const checkStateOptions = mapEnumToOptions(CheckState);
