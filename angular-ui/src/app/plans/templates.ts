import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';
import { View } from '../kit/view';
import { When } from '../kit/when';
import { TemplatesService, type TemplateDto } from '../proxy/mail';
import { PlanTabs } from './plan-tabs';

@Component({
  selector: 'crm-templates',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, LocalizationPipe, PageHeader, PlanTabs, RouterLink, View, When],
  template: `
    <crm-page-header [heading]="'::Templates' | abpLocalization" [lead]="'::Templates:Lead' | abpLocalization">
      @if (mayManage) { <a class="btn btn-primary" routerLink="/plans/templates/new"><i class="bi bi-plus-lg" aria-hidden="true"></i>{{ '::Templates:New' | abpLocalization }}</a> }
    </crm-page-header>
    <crm-plan-tabs />
    <crm-view [of]="templates">
      <ng-template let-found>
        @for (group of grouped(); track group.name) {
          <section class="card-plain">
            <h2>{{ group.name }} <span class="soft">{{ '::Templates:Kind:' + group.all[0].kind | abpLocalization }}</span></h2>
            <ul>
              @for (template of group.all; track template.id) {
                <li>
                  <span class="language">{{ template.language }}</span>
                  <a [routerLink]="['/plans/templates', template.id]">{{ template.subject }}</a>
                  <crm-when class="soft" [at]="template.changedAt" />
                </li>
              }
            </ul>
          </section>
        } @empty { <crm-empty-state icon="file-text" [heading]="'::Templates:Empty' | abpLocalization" /> }
      </ng-template>
    </crm-view>
  `,
  styles: `
    section { max-width: 880px; margin-bottom: 8px; padding: 12px 16px; }
    h2 { margin: 0 0 4px; font-size: 14px; line-height: 20px; }
    h2 span { margin-left: 8px; font-weight: 400; font-size: 13px; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { position: relative; display: flex; gap: 12px; align-items: center; min-height: 36px; margin: 0 -8px; padding: 0 8px; border-radius: 4px; }
    li:hover { background: var(--crm-hover); }
    .language { width: 28px; font-size: 12px; font-weight: 500; text-transform: uppercase; color: var(--crm-soft); }
    a:not(.btn) { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--crm-ink); text-decoration: none; }
    li a::after { content: ""; position: absolute; inset: 0; }
    crm-when { font-size: 13px; white-space: nowrap; }
  `,
})
export class Templates {
  private readonly service = inject(TemplatesService);
  private readonly router = inject(Router);
  protected readonly mayManage = inject(PermissionService).getGrantedPolicy('PartnerCrm.Mail.Templates.Manage');
  protected readonly templates = rxResource({ stream: () => this.service.getList({ maxResultCount: 500, skipCount: 0 }).pipe(map(page => page.items ?? [])) });
  protected readonly grouped = computed(() => {
    const groups = new Map<string, TemplateDto[]>();
    for (const each of this.templates.hasValue() ? this.templates.value() : []) groups.set(each.name!, [...(groups.get(each.name!) ?? []), each]);
    return [...groups].map(([name, all]) => ({ name, all }));
  });

  constructor() {
    commandsWhileHere([{ id: 'templates.create', title: '::Templates:New', group: 'create', icon: 'plus-lg', shortcut: 'n', visible: () => this.mayManage, run: () => this.router.navigate(['/plans/templates/new']) }]);
  }
}
