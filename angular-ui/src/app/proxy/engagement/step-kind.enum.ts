import { mapEnumToOptions } from '@abp/ng.core';

export enum StepKind {
  SocialTouch = 'SocialTouch',
  AwaitAnswer = 'AwaitAnswer',
  SendMail = 'SendMail',
  Reminder = 'Reminder',
  OfferMeeting = 'OfferMeeting',
  Rest = 'Rest',
}

export const stepKindOptions = mapEnumToOptions(StepKind);
