import { mapEnumToOptions } from '@abp/ng.core';

export enum TimelineFilter {
  Mail = 'Mail',
  Call = 'Call',
  Note = 'Note',
  Meeting = 'Meeting',
  Social = 'Social',
  Event = 'Event',
  System = 'System',
}

export const timelineFilterOptions = mapEnumToOptions(TimelineFilter);
