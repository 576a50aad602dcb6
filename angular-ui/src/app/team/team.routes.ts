import type { Routes } from '@angular/router';
import { Team } from './team';

export default [{ path: '', component: Team }] satisfies Routes;
