import { inject, provideAppInitializer } from '@angular/core';
import { RoutesService, eLayoutType, type ABP } from '@abp/ng.core';
import { eThemeSharedRouteNames } from '@abp/ng.theme.shared';
import { distinctUntilChanged } from 'rxjs';
import { firstStepsArePutAway$ } from './welcome/first-run';

const application = eLayoutType.application;
const administration = eThemeSharedRouteNames.Administration;

/** The side menu: order, icon, and the permission without which a route neither shows nor opens. */
export const menu: ABP.Route[] = [
  { path: '/', name: '::Start', order: 0, layout: eLayoutType.empty, invisible: true },
  { path: '/refused', name: '::Refused:Title', order: 0, layout: application, invisible: true },
  { path: '/today', name: '::Menu:Today', iconClass: 'bi bi-sun', order: 1, layout: application, requiredPolicy: 'PartnerCrm.Engagement.FollowUps' },
  { path: '/contacts', name: '::Menu:Contacts', iconClass: 'bi bi-people', order: 2, layout: application, requiredPolicy: 'PartnerCrm.Partners.Contacts' },
  { path: '/organisations', name: '::Menu:Organisations', iconClass: 'bi bi-buildings', order: 3, layout: application, requiredPolicy: 'PartnerCrm.Partners.Organisations' },
  { path: '/pipeline', name: '::Menu:Pipeline', iconClass: 'bi bi-kanban', order: 4, layout: application, requiredPolicy: 'PartnerCrm.Engagement.Relationships' },
  { path: '/mail', name: '::Menu:Mail', iconClass: 'bi bi-envelope', order: 5, layout: application, requiredPolicy: 'PartnerCrm.Mail.Mails' },
  { path: '/meetings', name: '::Menu:Meetings', iconClass: 'bi bi-calendar3', order: 6, layout: application, requiredPolicy: 'PartnerCrm.Meetings.Meetings' },
  { path: '/imports', name: '::Menu:Imports', iconClass: 'bi bi-box-arrow-in-down', order: 7, layout: application, requiredPolicy: 'PartnerCrm.Sources.Imports' },
  { path: '/plans', name: '::Menu:Plans', iconClass: 'bi bi-signpost-split', order: 8, layout: application, requiredPolicy: 'PartnerCrm.Engagement.Playbooks' },
  { path: '/team', name: '::Menu:Team', iconClass: 'bi bi-person-workspace', order: 9, layout: application, requiredPolicy: 'PartnerCrm.Engagement.Relationships.SeeOverrides' },
  { path: '/audit', name: '::Menu:Audit', iconClass: 'bi bi-journal-text', order: 90, layout: application, parentName: administration, requiredPolicy: 'PartnerCrm.Host.AuditLogs' },
  { path: '/api-clients', name: '::Menu:ApiClients', iconClass: 'bi bi-plug', order: 91, layout: application, parentName: administration, requiredPolicy: 'PartnerCrm.Host.ApiClients' },
  { path: '/welcome', name: '::Menu:Welcome', iconClass: 'bi bi-stars', order: 10, layout: application },
];

export function provideMenu() {
  return provideAppInitializer(() => {
    const routes = inject(RoutesService);
    routes.add(menu);
    // Put away, it is in the palette only.
    firstStepsArePutAway$().pipe(distinctUntilChanged()).subscribe(invisible => routes.patch('::Menu:Welcome', { invisible }));
  });
}
