import { mapEnumToOptions } from '@abp/ng.core';

export enum TemplateKind {
  Message = 'Message',
  Offer = 'Offer',
  Invitation = 'Invitation',
  Cancellation = 'Cancellation',
  Notice = 'Notice',
  Footer = 'Footer',
}

export const templateKindOptions = mapEnumToOptions(TemplateKind);
