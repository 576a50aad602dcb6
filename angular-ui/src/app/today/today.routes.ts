import type { Routes } from '@angular/router';
import { Today } from './today';

export default [{ path: '', component: Today }] satisfies Routes;
