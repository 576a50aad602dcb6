import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';

export interface PageTab {
  text: string;
  link: string;
}

/** The sides of one thing, a page each. The first stands at the area's own address. */
@Component({
  selector: 'crm-page-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="label() | abpLocalization">
      @for (tab of tabs(); track tab.link) {
        <a [routerLink]="tab.link" routerLinkActive="active" [routerLinkActiveOptions]="{ exact: $first }" ariaCurrentWhenActive="page">{{ tab.text | abpLocalization }}</a>
      }
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
export class PageTabs {
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly PageTab[]>();
}
