import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { Ask } from '../kit/ask';
import { oneAtATime } from '../kit/busy';
import { ColumnChooser, shownColumns } from '../kit/column-chooser';
import { Cell, DataList } from '../kit/data-list';
import { Downloads } from '../kit/downloads';
import { EmptyState } from '../kit/empty-state';
import { FilterBar } from '../kit/filter-bar';
import type { Column, ListQuery } from '../kit/list-query';
import { PageHeader } from '../kit/page-header';
import { SavedViews } from '../kit/saved-views';
import { Team } from '../kit/team';
import { ToldOfMany } from '../kit/told-of-many';
import { AtPipe } from '../kit/when';
import { WithoutFilters } from '../kit/without-filters';
import type { OrganisationBulkInput, OrganisationRow } from '../proxy/partners/models';
import type { OrganisationBulkAction } from '../proxy/partners/organisation-bulk-action.enum';
import { OrganisationsService } from '../proxy/partners/organisations.service';
import { narrowedBy, organisationFilters } from './filters';

const usual = ['name', 'lead', 'kind', 'country'];

@Component({
  selector: 'crm-organisations',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, Ask, Cell, ColumnChooser, DataList, EmptyState, FilterBar, PageHeader, SavedViews, WithoutFilters],
  templateUrl: './organisations.html',
  styles: `.push { flex: 1; }`,
})
export class Organisations {
  private readonly organisations = inject(OrganisationsService);
  private readonly downloads = inject(Downloads);
  private readonly router = inject(Router);
  private readonly permissions = inject(PermissionService);
  private readonly told = inject(ToldOfMany);
  private readonly once = oneAtATime();
  private readonly address = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly list = viewChild(DataList);
  protected readonly team = inject(Team);
  protected readonly busy = this.once.busy;
  protected readonly mayCreate = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Organisations.Create');
  protected readonly mayUpdate = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Organisations.Update');
  protected readonly mayDelete = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Organisations.Delete');
  protected readonly usual = usual;
  protected readonly all: Column<OrganisationRow>[] = [
    { key: 'name', title: '::Organisations:Name', sort: 'name', text: row => row.name, width: '40%' },
    { key: 'lead', title: '::Organisations:Lead' },
    { key: 'kind', title: '::Organisations:Kind', wideOnly: true },
    { key: 'country', title: '::Contacts:Country', text: row => row.country, width: '90px', wideOnly: true },
    { key: 'added', title: '::Contacts:Added', sort: 'creationTime', width: '120px', wideOnly: true },
  ];
  protected readonly columns = computed(() => shownColumns(this.all, this.address().get('cols'), usual));
  private readonly countriesRead = rxResource({ stream: () => this.organisations.getCountries({ skipHandleError: true }).pipe(map(read => read.items ?? [])) });
  protected readonly filters = organisationFilters(computed(() => (this.countriesRead.hasValue() ? this.countriesRead.value()! : [])));
  private readonly narrowed = computed(() => narrowedBy(this.address(), this.team.me()), { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  protected readonly load = computed(() => {
    const narrowed = this.narrowed();
    return (query: ListQuery) => this.organisations.getList({ ...query, ...narrowed });
  });
  protected readonly link = (row: OrganisationRow) => ['/organisations', row.id];
  protected readonly total = computed(() => this.list()?.count());
  protected readonly bar = viewChild(FilterBar);
  protected readonly isFiltered = computed(() => !!this.bar()?.chips().length);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly newLead = signal('');

  constructor() {
    commandsWhileHere([
      { id: 'organisations.create', title: '::Organisations:Create', group: 'create', icon: 'building-add', shortcut: 'n', visible: () => this.mayCreate, run: () => this.router.navigate(['/organisations/new']) },
      { id: 'organisations.mine', title: '::Organisations:FilterMine', group: 'here', icon: 'person', run: () => this.bar()?.set('lead', 'me') },
      { id: 'organisations.export', title: '::Contacts:Export', group: 'here', icon: 'download', run: () => this.export() },
    ]);
  }

  protected export(): Promise<void> {
    return this.downloads.save('/api/crm/organisations/file', 'organisations.csv', { filter: this.address().get('q'), ...this.narrowed() });
  }

  protected exportSelected(): Promise<void> {
    return this.downloads.save('/api/crm/organisations/file', 'organisations.csv', { ids: [...this.selected()] });
  }

  protected async act(action: `${OrganisationBulkAction}`, given: Pick<OrganisationBulkInput, 'leadOwnerId' | 'country'> = {}): Promise<void> {
    const done = await this.once.run(() => this.organisations.actOnMany({ ids: [...this.selected()], action: action as OrganisationBulkAction, ...given }));
    if (!done) return;
    this.selected.set(this.told.tell(done.value.items ?? []));
    this.list()?.reload();
    this.countriesRead.reload();
  }
}
