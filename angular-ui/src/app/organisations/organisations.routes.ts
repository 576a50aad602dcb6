import type { Routes } from '@angular/router';
import { EditOrganisation } from './edit-organisation';
import { OrganisationPage } from './organisation-page';
import { Organisations } from './organisations';

export default [
  { path: '', component: Organisations },
  { path: 'new', component: EditOrganisation },
  { path: ':id', component: OrganisationPage },
  { path: ':id/edit', component: EditOrganisation },
] satisfies Routes;
