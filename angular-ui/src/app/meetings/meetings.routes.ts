import type { Routes } from '@angular/router';
import { Agenda } from './agenda';
import { MeetingPage } from './meeting-page';
import { Offers } from './offers';
import { Week } from './week';

export default [
  { path: '', component: Agenda },
  { path: 'week', component: Week },
  { path: 'offers', component: Offers },
  { path: ':id', component: MeetingPage },
] satisfies Routes;
