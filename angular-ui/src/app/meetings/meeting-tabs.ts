import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';

@Component({
  selector: 'crm-meeting-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="'::Menu:Meetings' | abpLocalization">
      <a routerLink="/meetings" routerLinkActive="active" [routerLinkActiveOptions]="{ exact: true }" ariaCurrentWhenActive="page">{{ '::Meetings:Agenda' | abpLocalization }}</a>
      <a routerLink="/meetings/week" routerLinkActive="active" ariaCurrentWhenActive="page">{{ '::Meetings:Week' | abpLocalization }}</a>
      <a routerLink="/meetings/offers" routerLinkActive="active" ariaCurrentWhenActive="page">{{ '::Meetings:Offers' | abpLocalization }}</a>
    </nav>
  `,
  styles: `
    nav { display: flex; gap: 4px; margin-bottom: 16px; border-bottom: 1px solid var(--crm-line); overflow-x: auto; }
    a { display: flex; align-items: center; min-height: 36px; padding: 0 12px; border-bottom: 2px solid transparent; color: var(--crm-soft); font-weight: 500; text-decoration: none; white-space: nowrap; }
    a:hover { color: var(--crm-ink); }
    a.active { border-bottom-color: var(--crm-accent); color: var(--crm-accent-text); }
    a:focus-visible { outline-offset: -2px; }
    @media (pointer: coarse) { a { min-height: 44px; } }
  `,
})
export class MeetingTabs {}
