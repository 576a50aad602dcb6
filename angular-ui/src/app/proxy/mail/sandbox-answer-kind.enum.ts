import { mapEnumToOptions } from '@abp/ng.core';

export enum SandboxAnswerKind {
  Reply = 'Reply',
  OutOfOffice = 'OutOfOffice',
  Bounce = 'Bounce',
  Object = 'Object',
  Unsubscribe = 'Unsubscribe',
  ChooseTime = 'ChooseTime',
  AcceptMeeting = 'AcceptMeeting',
  DeclineMeeting = 'DeclineMeeting',
}

export const sandboxAnswerKindOptions = mapEnumToOptions(SandboxAnswerKind);
