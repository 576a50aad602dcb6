import { mapEnumToOptions } from '@abp/ng.core';

export enum IncomingKind {
  Unknown = 'Unknown',
  Receipt = 'Receipt',
  CalendarReply = 'CalendarReply',
  Bounce = 'Bounce',
  AutoReply = 'AutoReply',
  Objection = 'Objection',
  Reply = 'Reply',
}

export const incomingKindOptions = mapEnumToOptions(IncomingKind);
