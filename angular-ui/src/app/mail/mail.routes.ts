import type { Routes } from '@angular/router';
import { Mail } from './mail';

export default [
  { path: '', pathMatch: 'full', redirectTo: 'conversations' },
  { path: ':box', component: Mail },
  { path: ':box/:contactId', component: Mail },
] satisfies Routes;
