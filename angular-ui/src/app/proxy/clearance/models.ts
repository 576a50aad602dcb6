import type { Channel } from '../contracts/channel.enum';
import type { Purpose } from '../contracts/purpose.enum';
import type { Verdict } from '../contracts/verdict.enum';
import type { HoldScope } from '../contracts/hold-scope.enum';
import type { OwnerRequestState } from './owner-request-state.enum';
import type { PagedResultRequestDto } from '@abp/ng.core';
import type { SuppressionReason } from './suppression-reason.enum';

export interface AnswerOwnerRequestInput {
  isAllowed: boolean;
  note?: string | null;
}

export interface DecisionDto {
  id: string;
  effectKey: string;
  contactId: string;
  channel: Channel;
  purpose: Purpose;
  askedBy: string;
  verdict: Verdict;
  reasons: string;
  ruleSet: string;
  at: string;
}

export interface HoldDto {
  id: string;
  scope: HoldScope;
  targetId?: string | null;
  reason: string;
  until?: string | null;
  liftedAt?: string | null;
  placedBy?: string | null;
  placedAt: string;
  targetName?: string | null;
  placedByName?: string | null;
}

export interface OwnerRequestDto {
  id: string;
  contactId: string;
  organisationId: string;
  askedBy: string;
  ownerId: string;
  askedAt: string;
  state: OwnerRequestState;
  note?: string | null;
  answeredAt?: string | null;
  contactName?: string | null;
  organisationName?: string | null;
  askedByName?: string | null;
  ownerName?: string | null;
}

export interface OwnerRequestsInput extends PagedResultRequestDto {
  state?: OwnerRequestState | null;
  madeByMe?: boolean;
}

export interface PlaceHoldInput {
  scope: HoldScope;
  targetId?: string | null;
  reason: string;
  until?: string | null;
}

export interface RecordConsentInput {
  source: string;
}

export interface SuppressInput {
  contactId: string;
  words: string;
}

export interface SuppressionDto {
  id: string;
  contactId?: string | null;
  reason: SuppressionReason;
  words?: string | null;
  at: string;
  isPendingReview: boolean;
  liftedAt?: string | null;
}

export interface SuppressionsInput extends PagedResultRequestDto {
  pendingReview?: boolean;
}
