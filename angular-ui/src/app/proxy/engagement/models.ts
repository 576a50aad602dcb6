import type { EscalationState } from './escalation-state.enum';
import type { StepKind } from './step-kind.enum';
import type { WaitingFor } from './waiting-for.enum';
import type { EndReason } from './end-reason.enum';
import type { FollowUpKind } from './follow-up-kind.enum';
import type { FollowUpState } from './follow-up-state.enum';
import type { PagedAndSortedResultRequestDto, PagedResultRequestDto } from '@abp/ng.core';
import type { Channel } from '../contracts/channel.enum';
import type { Direction } from '../contracts/direction.enum';
import type { TouchKind } from './touch-kind.enum';
import type { Stage } from './stage.enum';
import type { TriageAnswer } from './triage-answer.enum';
import type { TimelineKind } from './timeline-kind.enum';

export interface BeginRelationshipInput {
  contactId?: string;
  ownerId?: string | null;
}

export interface EscalationDto {
  id?: string;
  relationshipId?: string;
  playbookId?: string;
  playbookVersionId?: string;
  playbookVersion?: number;
  state?: EscalationState;
  step?: number;
  steps?: number;
  stepKind?: StepKind | null;
  waitingFor?: WaitingFor;
  nextDue?: string | null;
  queuedAt?: string;
  startedAt?: string | null;
  pausedAt?: string | null;
  pausedBecause?: string | null;
  endedAt?: string | null;
  endReason?: EndReason | null;
  meetingId?: string | null;
  journal?: JournalSentence[];
}

export interface EscalationReasonInput {
  reason?: string;
}

export interface FollowUpDoneInput {
  answer?: string | null;
  note?: string | null;
}

export interface FollowUpDto {
  id?: string;
  kind?: FollowUpKind;
  state?: FollowUpState;
  title?: string;
  suggestedText?: string | null;
  ownerId?: string;
  relationshipId?: string;
  contactId?: string;
  escalationId?: string | null;
  aboutId?: string | null;
  dueAt?: string;
  askedAt?: string;
  doneAt?: string | null;
  answer?: string | null;
  note?: string | null;
  answers?: string[];
}

export interface FollowUpListInput extends PagedResultRequestDto {
  ownerId?: string | null;
  state?: FollowUpState | null;
  kind?: FollowUpKind | null;
  relationshipId?: string | null;
}

export interface HandOverInput {
  ownerId?: string;
}

export interface JournalSentence {
  at?: string;
  sentence?: string;
  userId?: string | null;
}

export interface OverrideDto {
  relationshipId?: string;
  contactId?: string;
  at?: string;
  userId?: string | null;
  sentence?: string;
}

export interface PlaybookCheckDto {
  isValid?: boolean;
  sentences?: string[];
}

export interface PlaybookDto {
  id?: string;
  name?: string;
  description?: string | null;
  version?: number;
  versionId?: string;
  steps?: PlaybookStep[];
}

export interface PlaybookInput {
  name?: string;
  description?: string | null;
  steps?: PlaybookStep[];
}

export interface PlaybookRow {
  id?: string;
  name?: string;
  description?: string | null;
  version?: number;
  versionId?: string;
}

export interface PlaybookStep {
  kind?: StepKind;
  text?: string | null;
  template?: string | null;
  wait?: string | null;
  needsApproval?: boolean;
  duration?: string | null;
  days?: number | null;
}

export interface PlaybookVersionInput {
  steps?: PlaybookStep[];
}

export interface ReasonInput {
  reason?: string;
}

export interface RecordTouchpointInput {
  channel?: Channel;
  direction?: Direction;
  kind?: TouchKind;
  at?: string | null;
  summary?: string | null;
  isInterested?: boolean;
}

export interface RelationshipDto {
  id?: string;
  contactId?: string;
  contactName?: string;
  position?: string | null;
  organisationId?: string | null;
  organisationName?: string | null;
  ownerId?: string;
  stage?: Stage;
  rung?: Stage;
  restingUntil?: string | null;
  closedBecause?: string | null;
  they?: number;
  we?: number;
  unanswered?: number;
  lastTouchpointAt?: string | null;
}

export interface RelationshipListInput extends PagedAndSortedResultRequestDto {
  stage?: Stage | null;
  ownerId?: string | null;
  organisationId?: string | null;
}

export interface ReplyDto {
  id?: string;
  relationshipId?: string;
  contactId?: string;
  ownerId?: string;
  escalationId?: string | null;
  subject?: string;
  excerpt?: string;
  at?: string;
  answer?: TriageAnswer | null;
  until?: string | null;
  note?: string | null;
  triagedAt?: string | null;
}

export interface ReplyListInput extends PagedResultRequestDto {
  ownerId?: string | null;
  relationshipId?: string | null;
  isTriaged?: boolean;
}

export interface RestInput {
  until?: string;
  reason?: string;
}

export interface StartEscalationInput {
  playbookId?: string | null;
}

export interface TimelineEntryDto {
  id?: string;
  kind?: TimelineKind;
  at?: string;
  sentence?: string;
  channel?: Channel | null;
  direction?: Direction | null;
  touch?: TouchKind | null;
  userId?: string | null;
}

export interface TouchpointDto {
  id?: string;
  channel?: Channel;
  direction?: Direction;
  kind?: TouchKind;
  weight?: number;
  at?: string;
  summary?: string;
  userId?: string;
  isInterested?: boolean;
}

export interface TriageInput {
  answer?: TriageAnswer;
  until?: string | null;
  note?: string | null;
}
