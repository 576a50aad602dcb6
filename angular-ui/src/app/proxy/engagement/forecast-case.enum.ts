import { mapEnumToOptions } from '@abp/ng.core';

export enum ForecastCase {
  Answers = 'Answers',
  Silent = 'Silent',
  Away = 'Away',
}

export const forecastCaseOptions = mapEnumToOptions(ForecastCase);
