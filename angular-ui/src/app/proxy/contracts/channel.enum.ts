import { mapEnumToOptions } from '@abp/ng.core';

export enum Channel {
  LinkedIn = 'LinkedIn',
  X = 'X',
  Facebook = 'Facebook',
  Event = 'Event',
  Email = 'Email',
  Phone = 'Phone',
  Meeting = 'Meeting',
  Website = 'Website',
  Referral = 'Referral',
  Internal = 'Internal',
}

export const channelOptions = mapEnumToOptions(Channel);
