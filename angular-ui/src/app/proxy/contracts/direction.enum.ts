import { mapEnumToOptions } from '@abp/ng.core';

export enum Direction {
  FromThem = 'FromThem',
  FromUs = 'FromUs',
}

export const directionOptions = mapEnumToOptions(Direction);
