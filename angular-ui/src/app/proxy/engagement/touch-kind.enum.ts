import { mapEnumToOptions } from '@abp/ng.core';

export enum TouchKind {
  MeetingHeld = 'MeetingHeld',
  PersonalReply = 'PersonalReply',
  IntroductionAccepted = 'IntroductionAccepted',
  EventAttended = 'EventAttended',
  InvitationFromThem = 'InvitationFromThem',
  InvitationAccepted = 'InvitationAccepted',
  AutomaticReply = 'AutomaticReply',
  Opened = 'Opened',
  Clicked = 'Clicked',
  Message = 'Message',
  Mail = 'Mail',
  Reminder = 'Reminder',
  Offer = 'Offer',
  Call = 'Call',
  Note = 'Note',
}

export const touchKindOptions = mapEnumToOptions(TouchKind);
