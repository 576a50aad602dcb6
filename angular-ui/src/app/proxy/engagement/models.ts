import type { BulkAction } from './bulk-action.enum';
import type { EscalationState } from './escalation-state.enum';
import type { StepKind } from './step-kind.enum';
import type { WaitingFor } from './waiting-for.enum';
import type { EndReason } from './end-reason.enum';
import type { FollowUpKind } from './follow-up-kind.enum';
import type { FollowUpState } from './follow-up-state.enum';
import type { PagedAndSortedResultRequestDto, PagedResultRequestDto } from '@abp/ng.core';
import type { Stage } from './stage.enum';
import type { TouchKind } from './touch-kind.enum';
import type { Channel } from '../contracts/channel.enum';
import type { ForecastCase } from './forecast-case.enum';
import type { ForecastEvent } from './forecast-event.enum';
import type { Direction } from '../contracts/direction.enum';
import type { TriageAnswer } from './triage-answer.enum';
import type { StepState } from './step-state.enum';
import type { TimelineKind } from './timeline-kind.enum';
import type { TimelineFilter } from './timeline-filter.enum';

export interface BeginRelationshipInput {
  contactId: string;
  ownerId?: string | null;
}

export interface BulkInput {
  ids: string[];
  action: BulkAction;
  reason?: string | null;
  ownerId?: string | null;
}

export interface CapacityDto {
  ownerId: string;
  ownerName?: string | null;
  startedThisWeek: number;
  startsLimit: number;
  active: number;
  activeLimit: number;
  queued: number;
  awaitingOwner: number;
  free: number;
  nextRoomAt?: string | null;
  openTasks: number;
  overdueTasks: number;
  isOver?: boolean;
}

export interface CreateFollowUpInput {
  relationshipId: string;
  text: string;
  dueAt?: string | null;
  ownerId?: string | null;
}

export interface EscalationDto {
  id: string;
  relationshipId: string;
  playbookId: string;
  playbookVersionId: string;
  playbookVersion: number;
  state: EscalationState;
  step: number;
  steps: number;
  stepKind?: StepKind | null;
  waitingFor: WaitingFor;
  nextDue?: string | null;
  queuedAt: string;
  startedAt?: string | null;
  pausedAt?: string | null;
  pausedBecause?: string | null;
  endedAt?: string | null;
  endReason?: EndReason | null;
  meetingId?: string | null;
  journal: JournalSentence[];
}

export interface EscalationReasonInput {
  reason: string;
}

export interface FollowUpDoneInput {
  answer?: string | null;
  note?: string | null;
}

export interface FollowUpDto {
  id: string;
  kind: FollowUpKind;
  state: FollowUpState;
  title: string;
  suggestedText?: string | null;
  ownerId: string;
  relationshipId: string;
  contactId: string;
  escalationId?: string | null;
  aboutId?: string | null;
  dueAt: string;
  askedAt: string;
  doneAt?: string | null;
  answer?: string | null;
  note?: string | null;
  answers: string[];
}

export interface FollowUpListInput extends PagedResultRequestDto {
  ownerId?: string | null;
  state?: FollowUpState | null;
  kind?: FollowUpKind | null;
  relationshipId?: string | null;
}

export interface HandOverInput {
  ownerId: string;
}

export interface JournalSentence {
  at: string;
  sentence: string;
  userId?: string | null;
}

export interface MoveInput {
  to: Stage;
  reason?: string | null;
  fact?: TouchKind | null;
  channel?: Channel | null;
  at?: string | null;
  until?: string | null;
}

export interface OverrideDto {
  relationshipId: string;
  contactId: string;
  at: string;
  userId?: string | null;
  sentence: string;
  contactName?: string | null;
  userName?: string | null;
}

export interface PlaybookCheckDto {
  isValid: boolean;
  sentences: string[];
  problems: PlaybookProblemDto[];
}

export interface PlaybookDto {
  id: string;
  name: string;
  description?: string | null;
  version: number;
  versionId: string;
  steps: PlaybookStep[];
}

export interface PlaybookInput {
  name: string;
  description?: string | null;
  steps: PlaybookStep[];
}

export interface PlaybookPreviewDto {
  contactId: string;
  contactName: string;
  timeZone: string;
  cases: PreviewCaseDto[];
  hoursAtMost: number;
  problems: string[];
  relationshipId?: string | null;
}

export interface PlaybookProblemDto {
  step?: number | null;
  sentence: string;
}

export interface PlaybookRow {
  id: string;
  name: string;
  description?: string | null;
  version: number;
  versionId: string;
}

export interface PlaybookStep {
  kind: StepKind;
  text?: string | null;
  template?: string | null;
  wait?: string | null;
  needsApproval?: boolean;
  duration?: string | null;
  days?: number | null;
}

export interface PlaybookVersionDto {
  id: string;
  number: number;
  publishedAt: string;
  steps: PlaybookStep[];
}

export interface PlaybookVersionInput {
  steps: PlaybookStep[];
  baseId?: string | null;
}

export interface PreviewCaseDto {
  case: ForecastCase;
  steps: PreviewStepDto[];
  endsAt: string;
  minutes: number;
}

export interface PreviewPlaybookInput {
  playbookId?: string | null;
  versionId?: string | null;
  steps?: PlaybookStep[] | null;
  contactId: string;
  ownerId?: string | null;
  from?: string | null;
}

export interface PreviewStepDto {
  number: number;
  event: ForecastEvent;
  sentence: string;
  at: string;
  until?: string | null;
  minutes: number;
  wontBecause?: string | null;
}

export interface ReasonInput {
  reason: string;
}

export interface RecordTouchpointInput {
  channel: Channel;
  direction: Direction;
  kind: TouchKind;
  at?: string | null;
  summary?: string | null;
  isInterested?: boolean;
}

export interface RelationshipBoardInput {
  ownerId?: string | null;
  organisationId?: string | null;
  filter?: string | null;
  cardsInColumn?: number;
}

export interface RelationshipColumnDto {
  stage: Stage;
  count: number;
  cards: RelationshipDto[];
}

export interface RelationshipDto {
  id: string;
  contactId: string;
  contactName: string;
  position?: string | null;
  organisationId?: string | null;
  organisationName?: string | null;
  ownerId: string;
  stage: Stage;
  rung: Stage;
  restingUntil?: string | null;
  closedBecause?: string | null;
  they: number;
  we: number;
  unanswered: number;
  lastTouchpointAt?: string | null;
  ownerName?: string | null;
  nextStep?: string | null;
  nextDue?: string | null;
  escalationState?: EscalationState | null;
}

export interface RelationshipListInput extends PagedAndSortedResultRequestDto {
  stage?: Stage | null;
  ownerId?: string | null;
  organisationId?: string | null;
  filter?: string | null;
}

export interface ReplyDto {
  id: string;
  relationshipId: string;
  contactId: string;
  ownerId: string;
  escalationId?: string | null;
  subject: string;
  excerpt: string;
  at: string;
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
  until: string;
  reason: string;
}

export interface SnoozeInput {
  until: string;
}

export interface StartEscalationInput {
  playbookId?: string | null;
}

export interface StepDto {
  number: number;
  kind: StepKind;
  state: StepState;
  sentence: string;
  at?: string | null;
  until?: string | null;
  isByPerson: boolean;
}

export interface StepsDto {
  escalationId?: string | null;
  playbookId?: string | null;
  playbookName?: string | null;
  version?: number | null;
  state?: EscalationState | null;
  standing?: string | null;
  gate?: string | null;
  canPause: boolean;
  canResume: boolean;
  canStop: boolean;
  canOverride: boolean;
  startedAt?: string | null;
  endedAt?: string | null;
  endReason?: EndReason | null;
  steps: StepDto[];
}

export interface TimelineEntryDto {
  id: string;
  kind: TimelineKind;
  at: string;
  sentence: string;
  channel?: Channel | null;
  direction?: Direction | null;
  touch?: TouchKind | null;
  userId?: string | null;
}

export interface TimelineKey {
  before: string;
  skip: number;
}

export interface TimelinePageDto {
  items: TimelineEntryDto[];
  next?: TimelineKey | null;
  names: Record<string, string>;
}

export interface TimelinePageInput {
  before?: string | null;
  skip?: number;
  maxResultCount?: number;
  kinds?: TimelineFilter[];
}

export interface TodayDto {
  day: string;
  theyAnswered: TodayGroup;
  yourTurn: TodayGroup;
  checkFirst: TodayGroup;
  tomorrow: number;
}

export interface TodayGroup {
  count: number;
  items: TodayItem[];
}

export interface TodayInput {
  ownerId?: string | null;
}

export interface TodayItem {
  id: string;
  kind: FollowUpKind;
  title: string;
  why: string;
  dueAt: string;
  isOverdue: boolean;
  contactId: string;
  contactName: string;
  position?: string | null;
  organisationName?: string | null;
  relationshipId: string;
  escalationId?: string | null;
  aboutId?: string | null;
  mailId?: string | null;
  subject?: string | null;
  preview?: string | null;
  text?: string | null;
  profileUrl?: string | null;
  answers: string[];
}

export interface TouchpointDto {
  id: string;
  channel: Channel;
  direction: Direction;
  kind: TouchKind;
  weight: number;
  at: string;
  summary: string;
  userId: string;
  isInterested: boolean;
}

export interface TriageInput {
  answer: TriageAnswer;
  until?: string | null;
  note?: string | null;
}
