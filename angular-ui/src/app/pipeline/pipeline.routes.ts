import type { Routes } from '@angular/router';
import { Pipeline } from './pipeline';

export default [{ path: '', component: Pipeline }] satisfies Routes;
