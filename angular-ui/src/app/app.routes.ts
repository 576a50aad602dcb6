import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { AuthService, authGuard, permissionGuard } from '@abp/ng.core';
import { firstStepsArePutAway } from './welcome/first-run';

const signedIn = [authGuard, permissionGuard];

/** A folder a module; each loads when it is first opened. */
export const routes: Routes = [
  {
    path: '', pathMatch: 'full',
    canActivate: [() => (inject(AuthService).isAuthenticated ? inject(Router).parseUrl(firstStepsArePutAway() ? '/today' : '/welcome') : true)],
    loadComponent: () => import('./shell/front-door').then(m => m.FrontDoor),
  },
  { path: 'today', canActivate: signedIn, loadChildren: () => import('./today/today.routes') },
  { path: 'imports', canActivate: signedIn, loadChildren: () => import('./imports/imports.routes') },
  { path: 'contacts', canActivate: signedIn, loadChildren: () => import('./contacts/contacts.routes') },
  { path: 'organisations', canActivate: signedIn, loadChildren: () => import('./organisations/organisations.routes') },
  { path: 'pipeline', canActivate: signedIn, loadChildren: () => import('./pipeline/pipeline.routes') },
  { path: 'plans', canActivate: signedIn, loadChildren: () => import('./plans/plans.routes') },
  { path: 'mail', canActivate: signedIn, loadChildren: () => import('./mail/mail.routes') },
  { path: 'meetings', canActivate: signedIn, loadChildren: () => import('./meetings/meetings.routes') },
  { path: 'team', canActivate: signedIn, loadChildren: () => import('./team/team.routes') },
  { path: 'audit', canActivate: signedIn, loadChildren: () => import('./audit/audit.routes') },
  { path: 'api-clients', canActivate: signedIn, loadChildren: () => import('./api-clients/api-clients.routes') },
  { path: 'welcome', canActivate: [authGuard], loadChildren: () => import('./welcome/welcome.routes') },
  { path: 'account', loadChildren: () => import('@abp/ng.account').then(m => m.createRoutes()) },
  { path: 'identity', loadChildren: () => import('@abp/ng.identity').then(m => m.createRoutes()) },
  { path: 'tenant-management', loadChildren: () => import('@abp/ng.tenant-management').then(m => m.createRoutes()) },
  { path: 'setting-management', loadChildren: () => import('@abp/ng.setting-management').then(m => m.createRoutes()) },
  { path: 'refused', canActivate: [authGuard], loadComponent: () => import('./shell/refused').then(m => m.Refused) },
  { path: '**', loadComponent: () => import('./shell/not-found').then(m => m.NotFound) },
];
