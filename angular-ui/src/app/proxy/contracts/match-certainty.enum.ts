import { mapEnumToOptions } from '@abp/ng.core';

export enum MatchCertainty {
  None = 'None',
  Possible = 'Possible',
  Likely = 'Likely',
  Certain = 'Certain',
}

export const matchCertaintyOptions = mapEnumToOptions(MatchCertainty);
