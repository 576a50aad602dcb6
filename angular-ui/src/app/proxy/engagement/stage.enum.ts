import { mapEnumToOptions } from '@abp/ng.core';

export enum Stage {
  Social = 'Social',
  Email = 'Email',
  Meeting = 'Meeting',
  Partnership = 'Partnership',
  Resting = 'Resting',
  Closed = 'Closed',
}

export const stageOptions = mapEnumToOptions(Stage);
