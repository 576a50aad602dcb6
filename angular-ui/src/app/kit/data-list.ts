import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, Directive, ElementRef, TemplateRef, computed, contentChildren, effect, inject, input, linkedSignal, model, signal, untracked, viewChild } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { map, type Observable } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { againWhenBack } from '../host/connection';
import { Failure } from './failure';
import { isUnreachable } from './sentence';
import { Skeleton } from './skeleton';
import { Zone } from './zone';
import { pageOf, sortedBy, totalInWords, type Column, type ListPage, type ListQuery } from './list-query';

/** How one column shows a row: `<ng-template crmCell="owner" let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[crmCell]' })
export class Cell {
  readonly crmCell = input.required<string>();
  readonly template = inject(TemplateRef);
}

/**
 * A table of records from the host: instant search, sorting, paging, selection, J and K. What is searched, its page and its order are in the address.
 * A new `load` function loads anew: `computed(() => (query: ListQuery) => contacts.getList({ ...query, ownerId: owner() }))`.
 */
@Component({
  selector: 'crm-data-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, RouterLink, LocalizationPipe, Failure, Skeleton],
  templateUrl: './data-list.html',
  styleUrl: './data-list.scss',
})
export class DataList<T extends { id?: string }> {
  readonly label = input.required<string>();
  readonly columns = input.required<readonly Column<T>[]>();
  readonly load = input.required<(query: ListQuery) => Observable<ListPage<T>>>();
  /** Where a row leads; its first column is the link. */
  readonly link = input<(row: T) => unknown[]>();
  readonly selectable = input(false);
  /** Rows that can't be selected show why in their cells; by default every row can. */
  readonly canSelect = input<(row: T) => boolean>(() => true);
  readonly selected = model<ReadonlySet<string>>(new Set());
  /** What is selected is gathered in many searches. */
  readonly basket = input(false);
  readonly searchable = input(true);
  readonly pageSize = input(50);

  private readonly here = inject(Zone);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly search = viewChild<ElementRef<HTMLInputElement>>('search');
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly cells = contentChildren(Cell);

  protected readonly filter = linkedSignal(() => this.address().get('q') ?? '');
  protected readonly page = linkedSignal(() => Math.max(1, Number(this.address().get('page')) || 1));
  protected readonly sorting = linkedSignal(() => this.address().get('sort') ?? '');
  private readonly again = signal(0);

  /** What one chose from: another search, filter or view is another list, and nothing of it is chosen yet. Its pages are one list, and so is a basket's. */
  private readonly choice = computed(() => ({ load: this.load(), filter: this.filter() }));
  private readonly asked = computed(() => ({ load: this.load(), query: pageOf(this.filter(), this.page(), this.pageSize(), this.sorting()) }));
  protected readonly rows = rxResource({
    params: () => ({ asked: this.asked(), again: this.again() }),
    stream: ({ params: { asked } }) => asked.load(asked.query).pipe(map(page => ({ page, asked }))),
  });
  private readonly came = linkedSignal<{ page: ListPage<T>; asked: unknown } | undefined, { page: ListPage<T>; asked: unknown } | undefined>({
    source: () => (this.rows.hasValue() ? this.rows.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  /** The last page that came stays while the next one is on its way, and where only reading it again failed. */
  protected readonly shown = computed(() => this.came()?.page);
  protected readonly stays = computed(() => !!this.came() && (!this.rows.error() || this.came()!.asked === this.asked()));
  /** Without a connection the rows stay as they are; that there is none is said once, for the whole page. */
  protected readonly told = computed(() => (this.stays() && isUnreachable(this.rows.error()) ? undefined : this.rows.error()));
  protected readonly items = computed(() => this.shown()?.items ?? []);
  /** A signal of its own: a page asks for it before this list has been told what to load. */
  readonly total = signal(0);
  protected readonly range = computed(() => ({ from: (this.page() - 1) * this.pageSize() + 1, to: (this.page() - 1) * this.pageSize() + this.items().length, total: this.inWords() }));
  /** How many there are, for the heading of a page. */
  readonly count = computed(() => (this.total() ? this.inWords() : undefined));
  private readonly inWords = computed(() => totalInWords(this.total(), this.here.locale()));
  protected readonly allSelected = computed(() => this.items().some(row => this.canSelect()(row)) && this.items().every(row => !this.canSelect()(row) || this.selected().has(row.id!)));
  private typed?: ReturnType<typeof setTimeout>;

  constructor() {
    effect(() => this.total.set(this.shown()?.totalCount ?? 0));
    // A page that is there no more, because fewer are left than there were: the last one there is.
    effect(() => {
      const last = Math.ceil((this.shown()?.totalCount ?? 0) / this.pageSize());
      if (this.came()?.asked === this.asked() && last && !this.items().length && this.page() > last) untracked(() => this.remember({ page: last > 1 ? last : null }));
    });
    let chosenFrom: unknown;
    effect(() => {
      const choice = this.choice();
      if (chosenFrom && !this.basket()) untracked(() => this.selected().size && this.selected.set(new Set()));
      chosenFrom = choice;
    });
    againWhenBack(() => (this.told() ? undefined : this.rows.error()), () => this.reload());
    commandsWhileHere([
      { id: 'list.search', title: '::List:Search', group: 'here', icon: 'search', shortcut: '/', visible: () => this.searchable(), run: () => this.search()?.nativeElement.focus() },
      { id: 'list.next', title: '::List:NextRow', group: 'here', icon: 'arrow-down', shortcut: 'j', run: () => this.step(1) },
      { id: 'list.previous', title: '::List:PreviousRow', group: 'here', icon: 'arrow-up', shortcut: 'k', run: () => this.step(-1) },
      { id: 'list.select', title: '::List:SelectRow', group: 'here', icon: 'check2-square', shortcut: 'x', visible: () => this.selectable(), run: () => this.selectFocused() },
    ]);
  }

  reload(): void {
    this.again.update(times => times + 1);
  }

  protected cell(key: string): TemplateRef<unknown> | undefined {
    return this.cells().find(cell => cell.crmCell() === key)?.template;
  }

  protected type(text: string): void {
    clearTimeout(this.typed);
    // Long enough to swallow a fast pair of keys, short enough to feel instant.
    this.typed = setTimeout(() => this.remember({ q: text || null, page: null }), 60);
  }

  protected turnTo(page: number): void {
    this.remember({ page: page > 1 ? page : null });
    this.host.nativeElement.scrollIntoView({ block: 'start' });
  }

  protected sort(column: Column<T>): void {
    this.remember({ sort: sortedBy(this.sorting(), column.sort!) || null, page: null });
  }

  protected direction(column: Column<T>): 'ascending' | 'descending' | null {
    if (!column.sort || this.sorting().split(' ')[0] !== column.sort) return null;
    return this.sorting().endsWith(' desc') ? 'descending' : 'ascending';
  }

  protected select(row: T, on: boolean): void {
    const next = new Set(this.selected());
    if (on) next.add(row.id!);
    else next.delete(row.id!);
    this.selected.set(next);
  }

  protected selectAll(on: boolean): void {
    this.selected.set(new Set(on ? this.items().filter(row => this.canSelect()(row)).map(row => row.id!) : []));
  }

  protected open(row: T, event: MouseEvent): void {
    const link = this.link();
    if (!link || (event.target as Element).closest('a, button, input, label, select, [role=menu]') || window.getSelection()?.toString()) return;
    void this.router.navigate(link(row));
  }

  private step(by: number): void {
    const rows = [...this.host.nativeElement.querySelectorAll<HTMLElement>('tbody tr')];
    const at = rows.findIndex(row => row.contains(document.activeElement));
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    (next?.querySelector<HTMLElement>('a') ?? next?.querySelector<HTMLElement>('input, button'))?.focus();
  }

  private selectFocused(): void {
    const row = document.activeElement?.closest('tr');
    row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  }

  private remember(queryParams: Record<string, string | number | null>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
