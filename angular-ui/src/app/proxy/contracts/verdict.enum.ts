import { mapEnumToOptions } from '@abp/ng.core';

export enum Verdict {
  Allowed = 'Allowed',
  AskOwner = 'AskOwner',
  Blocked = 'Blocked',
}

export const verdictOptions = mapEnumToOptions(Verdict);
