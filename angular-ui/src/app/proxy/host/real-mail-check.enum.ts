import { mapEnumToOptions } from '@abp/ng.core';

export enum RealMailCheck {
  MailServer = 'MailServer',
  SenderDomain = 'SenderDomain',
  Spf = 'Spf',
  Dkim = 'Dkim',
  Dmarc = 'Dmarc',
  University = 'University',
  Notice = 'Notice',
  OwnerHours = 'OwnerHours',
}

export const realMailCheckOptions = mapEnumToOptions(RealMailCheck);
