import { mapEnumToOptions } from '@abp/ng.core';

export enum HoldScope {
  Contact = 'Contact',
  Organisation = 'Organisation',
  Everything = 'Everything',
}

export const holdScopeOptions = mapEnumToOptions(HoldScope);
