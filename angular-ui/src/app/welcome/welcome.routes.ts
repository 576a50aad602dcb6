import type { Routes } from '@angular/router';
import { Welcome } from './welcome';

export default [{ path: '', component: Welcome }] satisfies Routes;
