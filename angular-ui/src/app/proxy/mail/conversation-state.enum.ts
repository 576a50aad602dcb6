import { mapEnumToOptions } from '@abp/ng.core';

export enum ConversationState {
  InDoubt = 'InDoubt',
  NotSent = 'NotSent',
  DraftWaits = 'DraftWaits',
  TheyWrote = 'TheyWrote',
  Queued = 'Queued',
  WeWrote = 'WeWrote',
}

export const conversationStateOptions = mapEnumToOptions(ConversationState);
