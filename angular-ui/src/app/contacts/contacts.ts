import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { Ask } from '../kit/ask';
import { oneAtATime } from '../kit/busy';
import { ColumnChooser, shownColumns } from '../kit/column-chooser';
import { Cell, DataList } from '../kit/data-list';
import { Downloads } from '../kit/downloads';
import { EmptyState } from '../kit/empty-state';
import { totalInWords, type Column, type ListQuery } from '../kit/list-query';
import { PageHeader } from '../kit/page-header';
import { SavedViews } from '../kit/saved-views';
import { Toasts } from '../kit/toasts';
import { AtPipe } from '../kit/when';
import { ContactBulkAction } from '../proxy/partners/contact-bulk-action.enum';
import { ContactsService } from '../proxy/partners/contacts.service';
import type { ContactRow } from '../proxy/partners/models';
import { OrganisationsService } from '../proxy/partners/organisations.service';

const usual = ['name', 'position', 'organisation', 'email', 'country'];

@Component({
  selector: 'crm-contacts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, Ask, Cell, ColumnChooser, DataList, EmptyState, PageHeader, SavedViews],
  templateUrl: './contacts.html',
  styleUrl: './contacts.scss',
})
export class Contacts {
  private readonly contacts = inject(ContactsService);
  private readonly organisations = inject(OrganisationsService);
  private readonly downloads = inject(Downloads);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
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
    { key: 'added', title: '::Contacts:Added', sort: 'creationTime', width: '120px', wideOnly: true },
  ];
  protected readonly columns = computed(() => shownColumns(this.all, this.address().get('cols'), usual));
  private readonly organisationId = computed(() => this.address().get('organisationId') ?? undefined);
  protected readonly organisation = rxResource({ params: () => this.organisationId(), stream: ({ params }) => this.organisations.get(params).pipe(map(read => read.name)) });
  protected readonly load = computed(() => {
    const organisationId = this.organisationId();
    return (query: ListQuery) => this.contacts.getList({ ...query, organisationId });
  });
  protected readonly link = (row: ContactRow) => ['/contacts', row.id];
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly total = computed(() => (this.list()?.total() ? totalInWords(this.list()!.total()) : undefined));
  protected readonly asked = signal<ContactBulkAction>(ContactBulkAction.SetCountry);
  protected readonly isFiltered = computed(() => !!this.organisationId());

  constructor() {
    commandsWhileHere([
      { id: 'contacts.create', title: '::Contacts:Create', group: 'create', icon: 'person-plus', shortcut: 'n', visible: () => this.mayCreate, run: () => this.router.navigate(['/contacts/new']) },
      { id: 'contacts.doubles', title: '::Merge:Doubles', group: 'here', icon: 'intersect', visible: () => this.mayMerge, run: () => this.router.navigate(['/contacts/doubles']) },
      { id: 'contacts.export', title: '::Contacts:Export', group: 'here', icon: 'download', run: () => this.export() },
    ]);
  }

  protected export(): Promise<void> {
    const params: Record<string, string> = {};
    if (this.address().get('q')) params['filter'] = this.address().get('q')!;
    if (this.organisationId()) params['organisationId'] = this.organisationId()!;
    return this.downloads.save('/api/crm/contacts/file', 'contacts.csv', params);
  }

  protected anyOrganisation(): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { organisationId: null, page: null }, queryParamsHandling: 'merge' });
  }

  protected ask(action: ContactBulkAction, how: Ask): void {
    this.asked.set(action);
    how.show();
  }

  /** One that can't be changed stops no other; what couldn't be is said. */
  protected async act(value: string): Promise<void> {
    const done = await this.once.run(() => this.contacts.actOnMany({ ids: [...this.selected()], action: this.asked(), value: value || null }));
    if (!done) return;
    const items = done.value.items ?? [];
    const failed = items.filter(item => !item.isDone);
    this.toasts.done(this.texts.instant('::List:DoneFor', (items.length - failed.length).toString()));
    if (failed.length) this.toasts.failed(failed.map(item => `${item.name} ${item.sentence}`).join(' '));
    this.selected.set(new Set());
    this.list()?.reload();
  }
}
