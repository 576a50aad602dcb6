import type { Routes } from '@angular/router';
import { ApiClientPage } from './api-client-page';
import { ApiClients } from './api-clients';
import { EditApiClient } from './edit-api-client';

export default [
  { path: '', component: ApiClients },
  { path: 'new', component: EditApiClient },
  { path: ':id', component: ApiClientPage },
  { path: ':id/edit', component: EditApiClient },
] satisfies Routes;
