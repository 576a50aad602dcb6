import type { Routes } from '@angular/router';
import { AuditLogPage } from './audit-log-page';
import { AuditLogs } from './audit-logs';

export default [
  { path: '', component: AuditLogs },
  { path: ':id', component: AuditLogPage },
] satisfies Routes;
