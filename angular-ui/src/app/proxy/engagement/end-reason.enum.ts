import { mapEnumToOptions } from '@abp/ng.core';

export enum EndReason {
  Met = 'Met',
  Answered = 'Answered',
  NoAnswer = 'NoAnswer',
  Later = 'Later',
  WrongPerson = 'WrongPerson',
  Objected = 'Objected',
  Suppressed = 'Suppressed',
  Bounced = 'Bounced',
  Stopped = 'Stopped',
  Blocked = 'Blocked',
  OwnerRefused = 'OwnerRefused',
  ContactDeleted = 'ContactDeleted',
  RelationshipClosed = 'RelationshipClosed',
}

export const endReasonOptions = mapEnumToOptions(EndReason);
