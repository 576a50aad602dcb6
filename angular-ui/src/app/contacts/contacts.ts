import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
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
import { StatusPill } from '../kit/status-pill';
import { Team } from '../kit/team';
import { ToldOfMany } from '../kit/told-of-many';
import { AtPipe, When } from '../kit/when';
import { WithoutFilters } from '../kit/without-filters';
import { Zone } from '../kit/zone';
import { ContactBulkAction } from '../proxy/partners/contact-bulk-action.enum';
import { ContactsService } from '../proxy/partners/contacts.service';
import type { ContactRow } from '../proxy/partners/models';
import { contactFilters } from './contact-filters';
import { narrowedBy } from './filters';

const usual = ['name', 'position', 'organisation', 'email', 'stage', 'owner'];

@Component({
  selector: 'crm-contacts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, Ask, Cell, ColumnChooser, DataList, EmptyState, FilterBar, PageHeader, SavedViews, StatusPill, When, WithoutFilters],
  templateUrl: './contacts.html',
  styleUrl: './contacts.scss',
})
export class Contacts {
  private readonly contacts = inject(ContactsService);
  private readonly team = inject(Team);
  private readonly downloads = inject(Downloads);
  private readonly here = inject(Zone);
  private readonly told = inject(ToldOfMany);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly permissions = inject(PermissionService);
  private readonly once = oneAtATime();
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly list = viewChild(DataList);
  protected readonly busy = this.once.busy;
  protected readonly mayCreate = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Contacts.Create');
  protected readonly mayUpdate = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Contacts.Update');
  protected readonly mayDelete = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Contacts.Delete');
  protected readonly mayMerge = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Contacts.Merge');
  protected readonly mayImport = this.permissions.getGrantedPolicy('PartnerCrm.Sources.Imports');
  protected readonly usual = usual;
  protected readonly all: Column<ContactRow>[] = [
    { key: 'name', title: '::Contacts:Name', sort: 'name', width: '22%' },
    { key: 'position', title: '::Contacts:Field:position', text: row => row.position, wideOnly: true },
    { key: 'organisation', title: '::Contacts:Organisation', sort: 'organisation' },
    { key: 'email', title: '::Contacts:Email', text: row => row.email, wideOnly: true },
    { key: 'country', title: '::Contacts:Country', text: row => row.country, width: '90px', wideOnly: true },
    { key: 'stage', title: '::Pipeline:Stage', width: '120px', wideOnly: true },
    { key: 'owner', title: '::Pipeline:Owner', text: row => (row.ownerId ? this.team.nameOf(row.ownerId) : ''), width: '140px', wideOnly: true },
    { key: 'touched', title: '::Pipeline:LastTouch', width: '110px', wideOnly: true },
    { key: 'added', title: '::Contacts:Added', sort: 'creationTime', width: '120px', wideOnly: true },
  ];
  protected readonly columns = computed(() => shownColumns(this.all, this.address().get('cols'), usual));
  protected readonly filters = contactFilters(this.address);
  private readonly narrowed = computed(() => narrowedBy(this.address(), this.team.me(), new Date(), this.here.zone()), { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  protected readonly load = computed(() => {
    const narrowed = this.narrowed();
    return (query: ListQuery) => this.contacts.getList({ ...query, ...narrowed });
  });
  protected readonly link = (row: ContactRow) => ['/contacts', row.id];
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly total = computed(() => this.list()?.count());
  protected readonly asked = signal<ContactBulkAction>(ContactBulkAction.SetCountry);
  protected readonly bar = viewChild(FilterBar);
  protected readonly isFiltered = computed(() => !!this.bar()?.chips().length);

  constructor() {
    commandsWhileHere([
      { id: 'contacts.create', title: '::Contacts:Create', group: 'create', icon: 'person-plus', shortcut: 'n', visible: () => this.mayCreate, run: () => this.router.navigate(['/contacts/new']) },
      { id: 'contacts.doubles', title: '::Merge:Doubles', group: 'here', icon: 'intersect', visible: () => this.mayMerge, run: () => this.router.navigate(['/contacts/doubles']) },
      { id: 'contacts.mine', title: '::Contacts:FilterMine', group: 'here', icon: 'person', run: () => this.bar()?.set('owner', 'me') },
      { id: 'contacts.export', title: '::Contacts:Export', group: 'here', icon: 'download', run: () => this.export() },
    ]);
  }

  protected export(): Promise<void> {
    return this.downloads.save('/api/crm/contacts/file', 'contacts.csv', { filter: this.address().get('q'), ...this.narrowed() });
  }

  protected exportSelected(): Promise<void> {
    return this.downloads.save('/api/crm/contacts/file', 'contacts.csv', { ids: [...this.selected()] });
  }

  protected ask(action: ContactBulkAction, how: Ask): void {
    this.asked.set(action);
    how.show();
  }

  protected async act(value: string): Promise<void> {
    const done = await this.once.run(() => this.contacts.actOnMany({ ids: [...this.selected()], action: this.asked(), value: value || null }));
    if (!done) return;
    this.selected.set(this.told.tell(done.value.items ?? []));
    this.list()?.reload();
  }
}
