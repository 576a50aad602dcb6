import { mapEnumToOptions } from '@abp/ng.core';

export enum EscalationState {
  Queued = 'Queued',
  AwaitingOwner = 'AwaitingOwner',
  Running = 'Running',
  Paused = 'Paused',
  Ended = 'Ended',
}

export const escalationStateOptions = mapEnumToOptions(EscalationState);
