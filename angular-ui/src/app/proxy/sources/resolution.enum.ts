import { mapEnumToOptions } from '@abp/ng.core';

export enum Resolution {
  New = 'New',
  SameAs = 'SameAs',
  Skip = 'Skip',
}

export const resolutionOptions = mapEnumToOptions(Resolution);
