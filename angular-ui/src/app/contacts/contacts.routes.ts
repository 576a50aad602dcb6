import type { Routes } from '@angular/router';
import { ContactPage } from './contact-page';
import { Contacts } from './contacts';
import { EditContact } from './edit-contact';

export default [
  { path: '', component: Contacts },
  { path: 'new', component: EditContact },
  { path: ':id', component: ContactPage },
  { path: ':id/edit', component: EditContact },
] satisfies Routes;
