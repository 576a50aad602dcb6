import { mapEnumToOptions } from '@abp/ng.core';

export enum ContactField {
  Name = 'Name',
  Email = 'Email',
  Phone = 'Phone',
  Position = 'Position',
  Organisation = 'Organisation',
  Country = 'Country',
  Language = 'Language',
  TimeZone = 'TimeZone',
  Profile = 'Profile',
}

export const contactFieldOptions = mapEnumToOptions(ContactField);
