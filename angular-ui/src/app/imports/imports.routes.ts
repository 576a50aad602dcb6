import type { Routes } from '@angular/router';
import { Imports } from './imports';

export default [{ path: '', component: Imports }] satisfies Routes;
