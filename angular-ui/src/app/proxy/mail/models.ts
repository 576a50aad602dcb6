import type { ConversationState } from './conversation-state.enum';
import type { Direction } from '../contracts/direction.enum';
import type { TemplateKind } from './template-kind.enum';
import type { Purpose } from '../contracts/purpose.enum';
import type { PagedAndSortedResultRequestDto, PagedResultRequestDto } from '@abp/ng.core';
import type { IncomingKind } from './incoming-kind.enum';
import type { MailState } from './mail-state.enum';
import type { TransportMode } from './transport-mode.enum';
import type { SandboxAnswerKind } from './sandbox-answer-kind.enum';
import type { DeliveryOutcome } from './delivery-outcome.enum';

export interface ConversationDraft {
  id: string;
  subject: string;
  text: string;
  senderId: string;
  fromName: string;
  createdAt: string;
  wasWrittenBeforeTheirReply: boolean;
  concurrencyStamp: string;
}

export interface ConversationDto {
  contactId: string;
  contactName: string;
  email?: string | null;
  state: ConversationState;
  lines: ConversationLine[];
  drafts: ConversationDraft[];
  waiting: MailRow[];
}

export interface ConversationLine {
  id: string;
  direction: Direction;
  subject: string;
  text: string;
  kind: string;
  who: string;
  at: string;
}

export interface ConversationListInput {
  before?: string | null;
  mine?: boolean;
  maxResultCount?: number;
}

export interface ConversationPageDto {
  items: ConversationRow[];
  nextBefore?: string | null;
}

export interface ConversationRow {
  contactId: string;
  contactName: string;
  organisationName?: string | null;
  state: ConversationState;
  lastAt: string;
  lastDirection: Direction;
  subject: string;
  excerpt: string;
  drafts: number;
}

export interface CreateDraftInput {
  contactId: string;
  subject: string;
  text: string;
  html?: string | null;
}

export interface CreateTemplateInput {
  name: string;
  language: string;
  kind?: TemplateKind;
  subject: string;
  text?: string | null;
  html?: string | null;
}

export interface DraftDto {
  id: string;
  contactId: string;
  toName: string;
  toAddress: string;
  senderId: string;
  fromName: string;
  fromAddress: string;
  relationshipId?: string | null;
  escalationId?: string | null;
  purpose: Purpose;
  template: string;
  language: string;
  subject: string;
  text: string;
  html: string;
  footer: string;
  concurrencyStamp: string;
}

export interface DraftRow {
  id: string;
  contactId: string;
  toName: string;
  toAddress: string;
  senderId: string;
  fromName: string;
  relationshipId?: string | null;
  escalationId?: string | null;
  purpose: Purpose;
  template: string;
  subject: string;
  createdAt: string;
  concurrencyStamp: string;
}

export interface GetDraftsInput extends PagedAndSortedResultRequestDto {
  senderId?: string | null;
  contactId?: string | null;
  relationshipId?: string | null;
}

export interface GetIncomingMailsInput extends PagedResultRequestDto {
  contactId?: string | null;
  relationshipId?: string | null;
  kind?: IncomingKind | null;
}

export interface GetMailsInput extends PagedAndSortedResultRequestDto {
  contactId?: string | null;
  relationshipId?: string | null;
  escalationId?: string | null;
  senderId?: string | null;
  state?: MailState | null;
}

export interface GetTemplatesInput extends PagedAndSortedResultRequestDto {
  name?: string | null;
  language?: string | null;
}

export interface IncomingMailRow {
  id: string;
  from?: string | null;
  fromName: string;
  subject: string;
  excerpt: string;
  kind: IncomingKind;
  mailId?: string | null;
  contactId?: string | null;
  relationshipId?: string | null;
  escalationId?: string | null;
  backOn?: string | null;
  status?: string | null;
  objection?: string | null;
  problem?: string | null;
  receivedAt: string;
}

export interface MailDto {
  id: string;
  contactId: string;
  toName: string;
  toAddress: string;
  senderId: string;
  fromName: string;
  fromAddress: string;
  relationshipId?: string | null;
  escalationId?: string | null;
  purpose: Purpose;
  isCold: boolean;
  template: string;
  language: string;
  subject: string;
  text: string;
  html: string;
  calendarMethod?: string | null;
  state: MailState;
  createdAt: string;
  notBefore?: string | null;
  sendingAt?: string | null;
  sentAt?: string | null;
  messageId?: string | null;
  carriesNotice: boolean;
  decision?: string | null;
  problem?: string | null;
}

export interface MailRow {
  id: string;
  contactId: string;
  toName: string;
  toAddress: string;
  senderId: string;
  fromName: string;
  relationshipId?: string | null;
  escalationId?: string | null;
  purpose: Purpose;
  template: string;
  subject: string;
  state: MailState;
  createdAt: string;
  notBefore?: string | null;
  sentAt?: string | null;
  problem?: string | null;
}

export interface MailStatusDto {
  mode: TransportMode;
  queued: number;
  inDoubt: number;
  failed: number;
}

export interface PreviewTemplateForContactInput extends PreviewTemplateInput {
  contactId: string;
}

export interface PreviewTemplateInput {
  kind?: TemplateKind;
  subject: string;
  text?: string | null;
  html?: string | null;
}

export interface ResolveMailInput {
  wasSent: boolean;
}

export interface SandboxAnswerDto {
  incomingMailId?: string | null;
  kind?: IncomingKind | null;
}

export interface SandboxAnswerInput {
  mailId: string;
  kind: SandboxAnswerKind;
  text?: string | null;
  choice?: number | null;
}

export interface ScheduleDraftInput {
  concurrencyStamp?: string | null;
  notBefore?: string | null;
  undoSeconds?: number;
}

export interface ScheduledDraftDto {
  id: string;
  notBefore: string;
}

export interface TemplateDto {
  id: string;
  name: string;
  language: string;
  kind: TemplateKind;
  subject: string;
  text: string;
  html?: string | null;
  changedAt?: string | null;
  concurrencyStamp: string;
}

export interface TemplatePreviewDto {
  subject: string;
  text: string;
  html: string;
  variables: string[];
}

export interface TestSendDto {
  to: string;
  outcome?: DeliveryOutcome | null;
  sentence: string;
}

export interface UpdateDraftInput {
  subject: string;
  text: string;
  html?: string | null;
  concurrencyStamp?: string | null;
}

export interface UpdateTemplateInput {
  subject: string;
  text?: string | null;
  html?: string | null;
  concurrencyStamp?: string | null;
}
