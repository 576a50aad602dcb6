import { mapEnumToOptions } from '@abp/ng.core';

export enum ForecastEvent {
  SocialTouch = 'SocialTouch',
  TheyAnswerThere = 'TheyAnswerThere',
  AwaitAnswer = 'AwaitAnswer',
  AwaitSign = 'AwaitSign',
  Mail = 'Mail',
  Reminder = 'Reminder',
  TheyAreAway = 'TheyAreAway',
  TheyAnswer = 'TheyAnswer',
  OfferPassedOver = 'OfferPassedOver',
  Offer = 'Offer',
  Meeting = 'Meeting',
  Rest = 'Rest',
  EndsAnswered = 'EndsAnswered',
}

export const forecastEventOptions = mapEnumToOptions(ForecastEvent);
