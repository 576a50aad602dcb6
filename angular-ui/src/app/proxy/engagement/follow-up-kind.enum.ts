import { mapEnumToOptions } from '@abp/ng.core';

export enum FollowUpKind {
  SocialTouch = 'SocialTouch',
  DidTheyAnswer = 'DidTheyAnswer',
  ApproveDraft = 'ApproveDraft',
  Triage = 'Triage',
  Call = 'Call',
  RecordOutcome = 'RecordOutcome',
  BecomePartner = 'BecomePartner',
  ReviewObjection = 'ReviewObjection',
  AskOwner = 'AskOwner',
  FindRightPerson = 'FindRightPerson',
  FindAddress = 'FindAddress',
  WakeUp = 'WakeUp',
  MailRefused = 'MailRefused',
  StartBlocked = 'StartBlocked',
  GiveNotice = 'GiveNotice',
  ToDo = 'ToDo',
}

export const followUpKindOptions = mapEnumToOptions(FollowUpKind);
