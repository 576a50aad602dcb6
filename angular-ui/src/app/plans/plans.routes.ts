import type { Routes } from '@angular/router';
import { PlanEditor } from './plan-editor';
import { Plans } from './plans';
import { TemplateEditor } from './template-editor';
import { Templates } from './templates';

export default [
  { path: '', component: Plans },
  { path: 'new', component: PlanEditor },
  { path: 'templates', component: Templates },
  { path: 'templates/new', component: TemplateEditor },
  { path: 'templates/:id', component: TemplateEditor },
  { path: ':id', component: PlanEditor },
] satisfies Routes;
