import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';
import { View } from '../kit/view';
import { PlaybooksService } from '../proxy/engagement';
import { PlanTabs } from './plan-tabs';

@Component({
  selector: 'crm-plans',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, LocalizationPipe, PageHeader, PlanTabs, RouterLink, View],
  template: `
    <crm-page-header [heading]="'::Menu:Plans' | abpLocalization" [lead]="'::Plans:Lead' | abpLocalization">
      @if (mayEdit) { <a class="btn btn-primary" routerLink="/plans/new"><i class="bi bi-plus-lg" aria-hidden="true"></i>{{ '::Plans:New' | abpLocalization }}</a> }
    </crm-page-header>
    <crm-plan-tabs />
    <crm-view [of]="plans">
      <ng-template let-found>
        <ul>
          @for (plan of found; track plan.id) {
            <li class="card-plain">
              <i class="bi bi-signpost-split" aria-hidden="true"></i>
              <div><a [routerLink]="['/plans', plan.id]">{{ plan.name }}</a>@if (plan.description) { <p>{{ plan.description }}</p> }</div>
              <span class="soft">{{ '::Plans:VersionNumber' | abpLocalization: plan.version.toString() }}</span>
            </li>
          } @empty { <li class="none"><crm-empty-state icon="signpost-split" [heading]="'::Plans:Empty' | abpLocalization" [text]="'::Plans:Lead' | abpLocalization" /></li> }
        </ul>
      </ng-template>
    </crm-view>
  `,
  styles: `
    ul { display: grid; gap: 8px; margin: 0; padding: 0; list-style: none; max-width: 880px; }
    li.card-plain { position: relative; display: flex; gap: 12px; align-items: center; padding: 12px 16px; }
    li.card-plain:hover { border-color: var(--crm-line-strong); background: var(--crm-hover); }
    li i { color: var(--crm-accent-text); }
    div { flex: 1; min-width: 0; }
    a:not(.btn) { color: var(--crm-ink); font-weight: 500; text-decoration: none; }
    li a::after { content: ""; position: absolute; inset: 0; }
    p { margin: 0; color: var(--crm-soft); font-size: 13px; line-height: 18px; }
    span { font-size: 13px; white-space: nowrap; }
  `,
})
export class Plans {
  private readonly playbooks = inject(PlaybooksService);
  private readonly router = inject(Router);
  protected readonly mayEdit = inject(PermissionService).getGrantedPolicy('PartnerCrm.Engagement.Playbooks.Edit');
  protected readonly plans = rxResource({ stream: () => this.playbooks.getList({ maxResultCount: 200, skipCount: 0 }).pipe(map(page => page.items ?? [])) });

  constructor() {
    commandsWhileHere([{ id: 'plans.create', title: '::Plans:New', group: 'create', icon: 'plus-lg', shortcut: 'n', visible: () => this.mayEdit, run: () => this.router.navigate(['/plans/new']) }]);
  }
}
