import { mapEnumToOptions } from '@abp/ng.core';

export enum WaitingFor {
  None = 'None',
  SocialTouch = 'SocialTouch',
  DidTheyAnswer = 'DidTheyAnswer',
  Answer = 'Answer',
  Gate = 'Gate',
  Sent = 'Sent',
  Meeting = 'Meeting',
  Triage = 'Triage',
}

export const waitingForOptions = mapEnumToOptions(WaitingFor);
