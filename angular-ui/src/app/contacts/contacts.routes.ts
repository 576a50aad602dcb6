import type { Routes } from '@angular/router';
import { ContactPage } from './contact-page';
import { Contacts } from './contacts';
import { EditContact } from './edit-contact';
import { Doubles } from './doubles';
import { Merge } from './merge';

export default [
  { path: '', component: Contacts },
  { path: 'new', component: EditContact },
  { path: 'doubles', component: Doubles },
  { path: ':id', component: ContactPage },
  { path: ':id/edit', component: EditContact },
  { path: ':id/merge', component: Merge },
] satisfies Routes;
