import type { Routes } from '@angular/router';
import { Organisations } from './organisations';

export default [{ path: '', component: Organisations }] satisfies Routes;
