import type { PagedResultRequestDto } from '@abp/ng.core';
import type { EntityChangeType } from '../volo/abp/auditing/entity-change-type.enum';
import type { FirstStep } from './first-step.enum';
import type { RealMailCheck } from './real-mail-check.enum';
import type { CheckState } from './check-state.enum';

export interface ApiClientDto {
  id: string;
  clientId: string;
  displayName: string;
  isActive: boolean;
  creationTime: string;
  permissions: string[];
  concurrencyStamp: string;
}

export interface ApiClientInput {
  displayName: string;
  permissions: string[];
}

export interface ApiClientRow {
  id: string;
  clientId: string;
  displayName: string;
  isActive: boolean;
  creationTime: string;
  concurrencyStamp: string;
}

export interface ApiClientSecretDto {
  clientId: string;
  secret: string;
}

export interface AuditLogActionDto {
  service?: string | null;
  method?: string | null;
  parameters?: string | null;
  milliseconds: number;
}

export interface AuditLogDto {
  log: AuditLogRow;
  correlationId?: string | null;
  browser?: string | null;
  errors?: string | null;
  actions: AuditLogActionDto[];
  changes: EntityChangeDto[];
}

export interface AuditLogListInput extends PagedResultRequestDto {
  userId?: string | null;
  clientId?: string | null;
  httpMethod?: string | null;
  url?: string | null;
  hasFailed?: boolean | null;
  from?: string | null;
  until?: string | null;
}

export interface AuditLogRow {
  id: string;
  at: string;
  userId?: string | null;
  userName?: string | null;
  clientId?: string | null;
  httpMethod?: string | null;
  url?: string | null;
  status?: number | null;
  milliseconds: number;
  hasFailed: boolean;
  ipAddress?: string | null;
}

export interface ColleagueDto {
  id: string;
  userName: string;
  name?: string | null;
  surname?: string | null;
  email: string;
}

export interface DemoDataRemoved {
  rows: number;
}

export interface EntityChangeDto {
  entity?: string | null;
  entityId?: string | null;
  change: EntityChangeType;
  properties: PropertyChangeDto[];
}

export interface FirstRunDto {
  isDismissed: boolean;
  isPractice: boolean;
  hasDemoData: boolean;
  steps: FirstStepDto[];
}

export interface FirstStepDto {
  step: FirstStep;
  isDone: boolean;
}

export interface PermissionChoice {
  name: string;
  displayName: string;
  parent?: string | null;
}

export interface PermissionChoices {
  group: string;
  permissions: PermissionChoice[];
}

export interface PropertyChangeDto {
  property?: string | null;
  before?: string | null;
  after?: string | null;
}

export interface RealMailCheckDto {
  check: RealMailCheck;
  state: CheckState;
  sentence: string;
}

export interface RealMailChecksInput {
  lookUp: boolean;
}

export interface RenewSecretInput {
  concurrencyStamp?: string | null;
}

export interface UpdateApiClientInput extends ApiClientInput {
  isActive: boolean;
  concurrencyStamp?: string | null;
}
