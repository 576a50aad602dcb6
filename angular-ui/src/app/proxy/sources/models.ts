import type { PagedAndSortedResultRequestDto, PagedResultRequestDto } from '@abp/ng.core';
import type { MatchCertainty } from '../contracts/match-certainty.enum';
import type { Resolution } from './resolution.enum';
import type { ImportSource } from './import-source.enum';
import type { ImportStatus } from './import-status.enum';

export interface CandidateListInput extends PagedAndSortedResultRequestDto {
  filter?: string | null;
  hasEmail?: boolean | null;
  isKnown?: boolean | null;
  isPicked?: boolean | null;
  isOpen?: boolean | null;
  includesSkipped?: boolean;
  isSkipped?: boolean;
}

export interface CandidateRow {
  id: string;
  row: number;
  firstName: string;
  lastName: string;
  email?: string | null;
  profileUrl?: string | null;
  organisationName?: string | null;
  position?: string | null;
  country?: string | null;
  connectedOn?: string | null;
  attendedAt?: string | null;
  minutes?: number | null;
  hasEmail: boolean;
  isSuppressed: boolean;
  certainty: MatchCertainty;
  contactId?: string | null;
  ownerId?: string | null;
  ownerName?: string | null;
  suggestions: CandidateSuggestion[];
  elsewhere: ElsewhereDto[];
  worth: number;
  reasons: string[];
  pickedAt?: string | null;
  resolution?: Resolution | null;
  sameAsContactId?: string | null;
  sameAsCandidateId?: string | null;
}

export interface CandidateSuggestion {
  contactId?: string | null;
  candidateId?: string | null;
  displayName: string;
  organisationName?: string | null;
  certainty: MatchCertainty;
  reason: string;
}

export interface CreatePicksInput {
  candidateIds: string[];
  ownerId?: string | null;
  playbookId?: string;
  decisions?: PickDecision[];
}

export interface ElsewhereDto {
  importId: string;
  candidateId: string;
  source: ImportSource;
  eventName?: string | null;
  when?: string | null;
}

export interface ImportCounts {
  rows?: number;
  candidates?: number;
  withEmail?: number;
  known?: number;
  withColleagues?: number;
  elsewhere?: number;
  suppressed?: number;
  hidden?: number;
  duplicates?: number;
  didNotAttend?: number;
  hostsAndPanelists?: number;
  problems?: number;
  picked?: number;
}

export interface ImportDto {
  id: string;
  source: ImportSource;
  fileName: string;
  eventName?: string | null;
  eventDate?: string | null;
  status: ImportStatus;
  summary: string;
  failure?: string | null;
  counts: ImportCounts;
  problems: ImportProblemDto[];
  creationTime: string;
  creatorId?: string | null;
  finishedAt?: string | null;
  purgedAt?: string | null;
}

export interface ImportListInput extends PagedResultRequestDto {
  source?: ImportSource | null;
  status?: ImportStatus | null;
}

export interface ImportProblemDto {
  row: number;
  code: string;
  sentence: string;
  excerpt: string;
}

export interface ImportRow {
  id: string;
  source: ImportSource;
  fileName: string;
  eventName?: string | null;
  eventDate?: string | null;
  status: ImportStatus;
  candidates: number;
  picked: number;
  problems: number;
  creationTime: string;
  creatorId?: string | null;
  finishedAt?: string | null;
  purgedAt?: string | null;
}

export interface PickDecision {
  candidateId?: string;
  contactId?: string | null;
  sameAsCandidateId?: string | null;
}

export interface PicksCreated {
  picked: number;
  candidateIds: string[];
}

export interface ResolveCandidateInput {
  answer?: Resolution | null;
  contactId?: string | null;
  candidateId?: string | null;
}
