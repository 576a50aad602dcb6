import type { ContactBulkAction } from './contact-bulk-action.enum';
import type { Channel } from '../contracts/channel.enum';
import type { RelationshipOverview } from '../contracts/models';
import type { Verdict } from '../contracts/verdict.enum';
import type { ContactField } from './contact-field.enum';
import type { MatchCertainty } from '../contracts/match-certainty.enum';
import type { OrganisationBulkAction } from './organisation-bulk-action.enum';
import type { SubscriberType } from '../contracts/subscriber-type.enum';
import type { PagedAndSortedResultRequestDto } from '@abp/ng.core';

export interface AffiliationDto {
  organisationId: string;
  organisationName?: string | null;
  position?: string | null;
  since: string;
  until?: string | null;
}

export interface ContactBulkInput {
  ids: string[];
  action: ContactBulkAction;
  value?: string | null;
}

export interface ContactDto {
  id: string;
  firstName: string;
  lastName: string;
  email?: string | null;
  phone?: string | null;
  country?: string | null;
  language?: string | null;
  timeZone?: string | null;
  position?: string | null;
  organisationId?: string | null;
  organisationName?: string | null;
  profiles: ProfileDto[];
  origins: OriginDto[];
  affiliations: AffiliationDto[];
  creationTime: string;
  concurrencyStamp: string;
}

export interface ContactListInput extends SearchListInput {
  organisationId?: string | null;
  origin?: Channel | null;
  stage?: string | null;
  ownerId?: string | null;
  hasEmail?: boolean | null;
  touchedSince?: string | null;
  untouchedSince?: string | null;
}

export interface ContactMergeDto {
  mergedId: string;
  name: string;
  email?: string | null;
  userId?: string | null;
  at: string;
}

export interface ContactOverviewDto {
  contact: ContactDto;
  relationship?: RelationshipOverview | null;
  knownBy: KnownByDto[];
  mayI: MayIDto[];
  merged: ContactMergeDto[];
  names: Record<string, string>;
}

export interface ContactRow {
  id: string;
  firstName: string;
  lastName: string;
  email?: string | null;
  position?: string | null;
  organisationId?: string | null;
  organisationName?: string | null;
  country?: string | null;
  creationTime: string;
  stage?: string | null;
  ownerId?: string | null;
  lastTouchedAt?: string | null;
}

export interface CreateContactInput extends UpdateContactInput {
  originChannel?: Channel;
  originWhere?: string | null;
  originWhen?: string | null;
  campaign?: string | null;
  source?: string | null;
}

export interface KnownByDto {
  userId: string;
  name?: string | null;
  touches: number;
  lastAt?: string | null;
}

export interface MayIDto {
  channel: Channel;
  verdict: Verdict;
  sentence: string;
  ownerId?: string | null;
  notBefore?: string | null;
}

export interface MergeContactsInput {
  otherId: string;
  keptStamp: string;
  otherStamp: string;
  fromOther?: ContactField[] | null;
}

export interface MergePreviewDto {
  kept: ContactOverviewDto;
  other: ContactOverviewDto;
  whyNot?: string | null;
}

export interface MergeSuggestionDto {
  first: ContactRow;
  second: ContactRow;
  certainty: MatchCertainty;
  reason: string;
}

export interface OrganisationBulkInput {
  ids: string[];
  action: OrganisationBulkAction;
  leadOwnerId?: string | null;
  country?: string | null;
}

export interface OrganisationDto {
  id: string;
  name: string;
  country?: string | null;
  subscriberType: SubscriberType;
  leadOwnerId?: string | null;
  domains: string[];
  owners: OwnerDto[];
  creationTime: string;
  concurrencyStamp: string;
}

export interface OrganisationInput {
  name: string;
  country?: string | null;
  subscriberType?: SubscriberType;
  leadOwnerId?: string | null;
  domains?: string[];
  owners?: OwnerInput[];
  concurrencyStamp?: string | null;
}

export interface OrganisationListInput extends SearchListInput {
  leadOwnerId?: string | null;
  hasLead?: boolean | null;
  country?: string | null;
  subscriberType?: SubscriberType | null;
  isInTouch?: boolean | null;
}

export interface OrganisationOverviewDto {
  organisation: OrganisationDto;
  peopleCount: number;
  people: ContactRow[];
  relationships: RelationshipOverview[];
  names: Record<string, string>;
}

export interface OrganisationRow {
  id: string;
  name: string;
  country?: string | null;
  subscriberType: SubscriberType;
  leadOwnerId?: string | null;
  creationTime: string;
}

export interface OriginDto {
  channel: Channel;
  where?: string | null;
  when?: string | null;
  throughUserId?: string | null;
  campaign?: string | null;
  source: string;
}

export interface OwnerDto {
  purpose?: string | null;
  userId: string;
}

export interface OwnerInput {
  purpose: string;
  userId?: string;
}

export interface ProfileDto {
  channel: Channel;
  slug: string;
  url: string;
}

export interface SavedViewDto {
  id: string;
  list: string;
  name: string;
  query: string;
  isShared: boolean;
  ownerId: string;
  isMine: boolean;
  concurrencyStamp: string;
}

export interface SavedViewInput {
  list: string;
  name: string;
  query: string;
  isShared: boolean;
  concurrencyStamp?: string | null;
}

export interface SavedViewListInput {
  list: string;
}

export interface SearchListInput extends PagedAndSortedResultRequestDto {
  filter?: string | null;
  after?: string | null;
  ids?: string[] | null;
}

export interface UpdateContactInput {
  firstName?: string;
  lastName?: string;
  email?: string | null;
  phone?: string | null;
  country?: string | null;
  language?: string | null;
  timeZone?: string | null;
  position?: string | null;
  organisationId?: string | null;
  organisationName?: string | null;
  profileUrl?: string | null;
  concurrencyStamp?: string | null;
}
