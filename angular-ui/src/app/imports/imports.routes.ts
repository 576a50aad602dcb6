import type { Routes } from '@angular/router';
import { ImportPage } from './import-page';
import { Imports } from './imports';
import { WhoIsThis } from './who-is-this';

export default [
  { path: '', component: Imports },
  { path: ':id', component: ImportPage },
  { path: ':id/who', component: WhoIsThis },
] satisfies Routes;
