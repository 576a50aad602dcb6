import { mapEnumToOptions } from '@abp/ng.core';

export enum ImportSource {
  LinkedInArchive = 'LinkedInArchive',
  EventAttendees = 'EventAttendees',
}

export const importSourceOptions = mapEnumToOptions(ImportSource);
