import type { Routes } from '@angular/router';
import { Meetings } from './meetings';

export default [{ path: '', component: Meetings }] satisfies Routes;
