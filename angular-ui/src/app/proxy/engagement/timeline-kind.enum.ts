import { mapEnumToOptions } from '@abp/ng.core';

export enum TimelineKind {
  Touchpoint = 'Touchpoint',
  Journal = 'Journal',
}

export const timelineKindOptions = mapEnumToOptions(TimelineKind);
