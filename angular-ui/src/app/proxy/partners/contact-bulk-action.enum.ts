import { mapEnumToOptions } from '@abp/ng.core';

export enum ContactBulkAction {
  SetCountry = 'SetCountry',
  SetLanguage = 'SetLanguage',
  Delete = 'Delete',
}

export const contactBulkActionOptions = mapEnumToOptions(ContactBulkAction);
