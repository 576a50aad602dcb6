import { mapEnumToOptions } from '@abp/ng.core';

export enum OrganisationBulkAction {
  SetLead = 'SetLead',
  SetCountry = 'SetCountry',
  Delete = 'Delete',
}

export const organisationBulkActionOptions = mapEnumToOptions(OrganisationBulkAction);
