import type { Channel } from '../contracts/channel.enum';
import type { SubscriberType } from '../contracts/subscriber-type.enum';
import type { PagedAndSortedResultRequestDto } from '@abp/ng.core';

export interface AffiliationDto {
  organisationId?: string;
  organisationName?: string | null;
  position?: string | null;
  since?: string;
  until?: string | null;
}

export interface ContactDto {
  id?: string;
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
  profiles?: ProfileDto[];
  origins?: OriginDto[];
  affiliations?: AffiliationDto[];
  creationTime?: string;
  concurrencyStamp?: string;
}

export interface ContactListInput extends SearchListInput {
  organisationId?: string | null;
}

export interface ContactRow {
  id?: string;
  firstName?: string;
  lastName?: string;
  email?: string | null;
  position?: string | null;
  organisationId?: string | null;
  organisationName?: string | null;
  country?: string | null;
  creationTime?: string;
}

export interface CreateContactInput extends UpdateContactInput {
  originChannel?: Channel;
  originWhere?: string | null;
  originWhen?: string | null;
  campaign?: string | null;
  source?: string | null;
}

export interface OrganisationDto {
  id?: string;
  name?: string;
  country?: string | null;
  subscriberType?: SubscriberType;
  leadOwnerId?: string | null;
  domains?: string[];
  owners?: OwnerDto[];
  creationTime?: string;
  concurrencyStamp?: string;
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

export interface OrganisationRow {
  id?: string;
  name?: string;
  country?: string | null;
  subscriberType?: SubscriberType;
  leadOwnerId?: string | null;
  creationTime?: string;
}

export interface OriginDto {
  channel?: Channel;
  where?: string | null;
  when?: string | null;
  throughUserId?: string | null;
  campaign?: string | null;
  source?: string;
}

export interface OwnerDto {
  purpose?: string | null;
  userId?: string;
}

export interface OwnerInput {
  purpose: string;
  userId?: string;
}

export interface ProfileDto {
  channel?: Channel;
  slug?: string;
  url?: string;
}

export interface SearchListInput extends PagedAndSortedResultRequestDto {
  filter?: string | null;
  after?: string | null;
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
