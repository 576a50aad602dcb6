import type { MeetingState } from './meeting-state.enum';
import type { PagedResultRequestDto } from '@abp/ng.core';
import type { OfferState } from './offer-state.enum';

export interface AgendaDto {
  meetings: AgendaMeetingDto[];
  offers: AgendaOfferDto[];
}

export interface AgendaInput {
  from?: string;
  until?: string;
  ownerId?: string | null;
  mine?: boolean;
}

export interface AgendaMeetingDto {
  meeting: MeetingDto;
  contactName: string;
  organisationName?: string | null;
  organiserName?: string | null;
  needsOutcome: boolean;
}

export interface AgendaOfferDto {
  offer: OfferDto;
  contactName: string;
  organisationName?: string | null;
  ownerName?: string | null;
}

export interface CancelMeetingInput {
  reason: string;
}

export interface CreateOfferInput {
  contactId: string;
  ownerId?: string | null;
  minutes?: number;
}

export interface MeetingDto {
  id: string;
  uid: string;
  sequence: number;
  organiserId: string;
  contactId: string;
  relationshipId: string;
  subject: string;
  location?: string | null;
  start: string;
  end: string;
  state: MeetingState;
  outcome?: string | null;
}

export interface MeetingsInput extends PagedResultRequestDto {
  from?: string | null;
  until?: string | null;
  ownerId?: string | null;
  contactId?: string | null;
}

export interface OfferDto {
  id: string;
  contactId: string;
  ownerId: string;
  relationshipId: string;
  state: OfferState;
  firstTime: string;
  secondTime: string;
  thirdTime: string;
  duration: string;
  meetingId?: string | null;
}

export interface OffersInput extends PagedResultRequestDto {
  state?: OfferState | null;
  contactId?: string | null;
  ownerId?: string | null;
}

export interface RecordOutcomeInput {
  outcome: string;
}

export interface RescheduleInput {
  start: string;
  minutes?: number;
}
