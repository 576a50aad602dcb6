import { mapEnumToOptions } from '@abp/ng.core';

export enum EntityChangeType {
  Created = 'Created',
  Updated = 'Updated',
  Deleted = 'Deleted',
}

export const entityChangeTypeOptions = mapEnumToOptions(EntityChangeType);
