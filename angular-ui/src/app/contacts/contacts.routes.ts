import type { Routes } from '@angular/router';
import { Contacts } from './contacts';

export default [{ path: '', component: Contacts }] satisfies Routes;
