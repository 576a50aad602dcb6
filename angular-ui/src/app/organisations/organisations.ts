import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { commandsWhileHere } from '../commands/command-registry';
import { ColumnChooser, shownColumns } from '../kit/column-chooser';
import { Cell, DataList } from '../kit/data-list';
import { Downloads } from '../kit/downloads';
import { EmptyState } from '../kit/empty-state';
import type { Column, ListQuery } from '../kit/list-query';
import { PageHeader } from '../kit/page-header';
import { SavedViews } from '../kit/saved-views';
import { Team } from '../kit/team';
import { AtPipe } from '../kit/when';
import type { OrganisationRow } from '../proxy/partners/models';
import { OrganisationsService } from '../proxy/partners/organisations.service';

const usual = ['name', 'lead', 'kind', 'country'];

@Component({
  selector: 'crm-organisations',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, Cell, ColumnChooser, DataList, EmptyState, PageHeader, SavedViews],
  template: `
    <crm-page-header [heading]="'::Menu:Organisations' | abpLocalization" [count]="total()">
      <button type="button" class="btn btn-outline" (click)="export()"><i class="bi bi-download" aria-hidden="true"></i>{{ '::Contacts:Export' | abpLocalization }}</button>
      @if (mayCreate) { <a class="btn btn-primary" routerLink="/organisations/new"><i class="bi bi-plus-lg" aria-hidden="true"></i>{{ '::Organisations:Create' | abpLocalization }}</a> }
    </crm-page-header>
    <crm-data-list [label]="'::Menu:Organisations' | abpLocalization" [columns]="columns()" [load]="load" [link]="link">
      <ng-container filters>
        <crm-saved-views list="organisations" />
        <span class="push"></span>
        <crm-column-chooser [all]="all" [usual]="usual" />
      </ng-container>
      <ng-template crmCell="lead" let-row>{{ team.nameOf(row.leadOwnerId) || '–' }}</ng-template>
      <ng-template crmCell="kind" let-row>{{ '::Organisations:Kind:' + row.subscriberType | abpLocalization }}</ng-template>
      <ng-template crmCell="added" let-row>{{ row.creationTime | crmAt: 'date' }}</ng-template>
      <crm-empty-state empty icon="buildings" [heading]="'::Organisations:None' | abpLocalization" [text]="'::Organisations:NoneText' | abpLocalization" />
    </crm-data-list>
  `,
  styles: `.push { flex: 1; }`,
})
export class Organisations {
  private readonly organisations = inject(OrganisationsService);
  private readonly downloads = inject(Downloads);
  private readonly router = inject(Router);
  private readonly address = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly list = viewChild(DataList);
  protected readonly team = inject(Team);
  protected readonly mayCreate = inject(PermissionService).getGrantedPolicy('PartnerCrm.Partners.Organisations.Create');
  protected readonly usual = usual;
  protected readonly all: Column<OrganisationRow>[] = [
    { key: 'name', title: '::Organisations:Name', sort: 'name', text: row => row.name, width: '40%' },
    { key: 'lead', title: '::Organisations:Lead' },
    { key: 'kind', title: '::Organisations:Kind', wideOnly: true },
    { key: 'country', title: '::Contacts:Country', text: row => row.country, width: '90px', wideOnly: true },
    { key: 'added', title: '::Contacts:Added', sort: 'creationTime', width: '120px', wideOnly: true },
  ];
  protected readonly columns = computed(() => shownColumns(this.all, this.address().get('cols'), usual));
  protected readonly load = (query: ListQuery) => this.organisations.getList(query);
  protected readonly link = (row: OrganisationRow) => ['/organisations', row.id];
  protected readonly total = computed(() => this.list()?.count());

  constructor() {
    commandsWhileHere([
      { id: 'organisations.create', title: '::Organisations:Create', group: 'create', icon: 'building-add', shortcut: 'n', visible: () => this.mayCreate, run: () => this.router.navigate(['/organisations/new']) },
      { id: 'organisations.export', title: '::Contacts:Export', group: 'here', icon: 'download', run: () => this.export() },
    ]);
  }

  protected export(): Promise<void> {
    return this.downloads.save('/api/crm/organisations/file', 'organisations.csv', this.address().get('q') ? { filter: this.address().get('q')! } : {});
  }
}
