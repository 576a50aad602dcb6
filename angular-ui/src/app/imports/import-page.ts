import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { rxResource, takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { EMPTY, interval, map, switchMap, take, takeWhile, timer } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { Chips, type Chip } from '../kit/chips';
import { Cell, DataList } from '../kit/data-list';
import { Downloads } from '../kit/downloads';
import { EmptyState } from '../kit/empty-state';
import type { Column, ListQuery } from '../kit/list-query';
import { PageHeader } from '../kit/page-header';
import { StatusPill } from '../kit/status-pill';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { AtPipe, NumberPipe } from '../kit/when';
import { listWidth, wide } from '../kit/wide';
import { ImportsService } from '../proxy/sources/imports.service';
import type { CandidateListInput, CandidateRow } from '../proxy/sources/models';
import { importTones } from './import-words';
import { PickBar } from './pick-bar';

const askedEveryMilliseconds = 1000;
const shows: Record<string, Partial<CandidateListInput>> = {
  all: { isPicked: false }, email: { hasEmail: true, isPicked: false }, known: { isKnown: true }, picked: { isPicked: true }, skipped: { isSkipped: true },
};

/** One import: how far it is, what it held, who is worth it. Nothing is ticked. */
@Component({
  selector: 'crm-import-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, RouterLink, LocalizationPipe, AtPipe, Cell, Chips, DataList, EmptyState, NumberPipe, PageHeader, PickBar, StatusPill, View],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
})
export class ImportPage {
  private readonly imports = inject(ImportsService);
  private readonly downloads = inject(Downloads);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly texts = inject(LocalizationService);
  private readonly toasts = inject(Toasts);
  private readonly destroyed = inject(DestroyRef);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly id = toSignal(this.route.paramMap.pipe(map(params => params.get('id')!)), { requireSync: true });
  protected readonly mayPick = inject(PermissionService).getGrantedPolicy('PartnerCrm.Sources.Imports.Pick');
  protected readonly tones = importTones;
  protected readonly wide = wide(listWidth);

  protected readonly about = rxResource({ params: () => this.id(), stream: ({ params }) => this.imports.get(params) });
  private readonly held = computed(() => (this.about.hasValue() ? this.about.value() : undefined));
  private readonly reading = computed(() => this.held()?.status === 'Queued' || this.held()?.status === 'Reading');
  protected readonly ready = computed(() => this.held()?.status === 'Ready');
  /** Whom some suggestion is about: a person decides. */
  protected readonly open = rxResource({
    params: () => (this.ready() ? { id: this.id(), again: this.again() } : undefined),
    stream: ({ params }) => this.imports.getCandidates(params.id, { isOpen: true, skipCount: 0, maxResultCount: 1 }).pipe(map(page => page.totalCount ?? 0)),
  });
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  private readonly seen = new Map<string, CandidateRow>();
  protected readonly chosen = computed(() => [...this.selected()].map(id => this.seen.get(id)).filter(row => row !== undefined));
  protected readonly again = signal(0);
  protected readonly picked = linkedSignal<string, readonly CandidateRow[]>({ source: () => this.id(), computation: () => [] });
  private readonly list = viewChild(DataList);

  protected readonly show = computed(() => (this.address().get('show') ?? 'all') in shows ? (this.address().get('show') ?? 'all') : 'all');
  protected readonly chips = computed<Chip[]>(() => {
    const counts = this.held()?.counts;
    const chip = (key: string, count?: number): Chip => ({ key, text: this.texts.instant(`::Imports:Show:${key}`), count });
    return [chip('all', (counts?.candidates ?? 0) - (counts?.picked ?? 0)), chip('email', counts?.withEmail), chip('known', counts?.known), chip('picked', counts?.picked), chip('skipped')];
  });
  protected readonly load = computed(() => {
    const [id, show] = [this.id(), shows[this.show()]];
    return (query: ListQuery) => this.imports.getCandidates(id, { ...query, ...show }).pipe(map(page => {
      for (const row of page.items ?? []) this.seen.set(row.id!, row);
      return page;
    }));
  });
  protected readonly columns: Column<CandidateRow>[] = [
    { key: 'name', title: '::Imports:Person', sort: 'name' },
    { key: 'work', title: '::Imports:Work', width: '20%', wideOnly: true },
    { key: 'why', title: '::Imports:Why', sort: 'worth', width: '40%', wideOnly: true },
    { key: 'met', title: '::Imports:Met', width: '120px', wideOnly: true },
    { key: 'state', title: '::Imports:State', wideOnly: true },
  ];
  protected readonly canSelect = (row: CandidateRow) => !row.isSuppressed && !row.pickedAt && row.resolution !== 'Skip';

  constructor() {
    toObservable(this.reading).pipe(switchMap(on => (on ? interval(askedEveryMilliseconds) : EMPTY)), takeUntilDestroyed()).subscribe(() => this.about.reload());
    commandsWhileHere([
      { id: 'imports.who', title: '::Imports:WhoIsThis', group: 'here', icon: 'person-check', shortcut: 'w', visible: () => (this.open.value() ?? 0) > 0, run: () => this.router.navigate(['/imports', this.id(), 'who']) },
      { id: 'imports.problems', title: '::Imports:ProblemsFile', group: 'here', icon: 'download', visible: () => (this.held()?.counts?.problems ?? 0) > 0, run: () => this.saveProblems() },
      { id: 'imports.candidates', title: '::Imports:CandidatesFile', group: 'here', icon: 'download', visible: () => this.ready(), run: () => this.saveCandidates() },
    ]);
  }

  protected showOnly(show: string): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { show: show === 'all' ? null : show, page: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected saveProblems(): Promise<void> {
    return this.downloads.save(`/api/crm/imports/${this.id()}/problems/file`, `${this.held()?.fileName ?? 'import'}-problems.csv`);
  }

  protected saveCandidates(): Promise<void> {
    return this.downloads.save(`/api/crm/imports/${this.id()}/candidates/file`, `${this.held()?.fileName ?? 'import'}-people.csv`);
  }

  protected takeBack(row: CandidateRow): void {
    this.imports.resolve(this.id(), row.id!, {}).subscribe(() => this.refresh());
  }

  /** Those who were picked are contacts now: this says so and leads there. */
  protected welcome(ids: readonly string[]): void {
    this.selected.set(new Set());
    this.toasts.done(this.texts.instant('::Imports:Picked', ids.length.toString()));
    this.refresh();
    // Being picked comes first, becoming a contact a moment later.
    timer(0, askedEveryMilliseconds).pipe(
      take(20),
      switchMap(() => this.imports.getCandidates(this.id(), { isPicked: true, skipCount: 0, maxResultCount: 1000 })),
      map(page => (page.items ?? []).filter(row => ids.includes(row.id!) && row.contactId)),
      takeWhile(people => people.length < ids.length, true),
      takeUntilDestroyed(this.destroyed),
    ).subscribe(people => this.picked.set(people));
  }

  private refresh(): void {
    this.about.reload();
    this.again.update(times => times + 1);
    this.list()?.reload();
  }
}
