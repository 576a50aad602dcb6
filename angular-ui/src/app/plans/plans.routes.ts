import type { Routes } from '@angular/router';
import { Plans } from './plans';

export default [{ path: '', component: Plans }] satisfies Routes;
