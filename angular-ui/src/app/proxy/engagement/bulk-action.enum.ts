import { mapEnumToOptions } from '@abp/ng.core';

export enum BulkAction {
  Pause = 'Pause',
  Resume = 'Resume',
  Stop = 'Stop',
  AssignOwner = 'AssignOwner',
}

export const bulkActionOptions = mapEnumToOptions(BulkAction);
