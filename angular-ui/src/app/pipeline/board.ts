import { ChangeDetectionStrategy, Component, ElementRef, Injector, afterNextRender, effect, inject, input, signal, untracked } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { CdkDrag, CdkDragPlaceholder, CdkDropList, CdkDropListGroup, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { commandsWhileHere } from '../commands/command-registry';
import { Failure } from '../kit/failure';
import { Skeleton } from '../kit/skeleton';
import { RelationshipsService, Stage } from '../proxy/engagement';
import { CardView } from './card';
import { Columns } from './columns';
import { beside, icons, type Card } from './ladder';
import { Moves } from './moves';

export interface Filters {
  filter?: string;
  ownerId?: string;
  organisationId?: string;
}

const cardsAtOnce = 20;

/** The ladder as columns. Cards move by pointer, by menu, by M and a digit, and by Shift with an arrow: all the same to the host. */
@Component({
  selector: 'crm-board',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkDrag, CdkDragPlaceholder, CdkDropList, CdkDropListGroup, LocalizationPipe, CardView, Failure, Skeleton],
  templateUrl: './board.html',
  styleUrl: './board.scss',
  host: { '(keydown)': 'press($event)' },
})
export class Board {
  readonly filters = input.required<Filters>();

  private readonly injector = inject(Injector);
  private readonly relationships = inject(RelationshipsService);
  private readonly localization = inject(LocalizationService);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly moves = inject(Moves);

  protected readonly columns = new Columns();
  protected readonly icons = icons;
  protected readonly came = signal(false);
  protected readonly dragged = signal<Card | undefined>(undefined);
  protected readonly loadingMore = signal<Stage | undefined>(undefined);
  /** What is out of the way is folded until it is wanted. */
  protected readonly folded = signal<ReadonlySet<Stage>>(new Set([Stage.Resting, Stage.Closed]));
  protected readonly board = rxResource({
    params: () => this.filters(),
    stream: ({ params }) => this.relationships.getBoard({ ...params, cardsInColumn: cardsAtOnce }),
  });

  constructor() {
    effect(() => {
      if (!this.board.hasValue()) return;
      const columns = this.board.value().items ?? [];
      untracked(() => { this.columns.receive(columns); this.came.set(true); });
    });
    commandsWhileHere([
      { id: 'pipeline.move', title: '::Pipeline:MoveTo', group: 'here', icon: 'arrows-move', shortcut: 'm', visible: () => !!this.columns.all().length, run: () => this.openMenu() },
      { id: 'pipeline.on', title: '::Pipeline:StageOn', group: 'here', icon: 'arrow-right', shortcut: 'shift+arrowright', run: () => this.shift(1) },
      { id: 'pipeline.back', title: '::Pipeline:StageBack', group: 'here', icon: 'arrow-left', shortcut: 'shift+arrowleft', run: () => this.shift(-1) },
      { id: 'pipeline.next', title: '::Pipeline:NextCard', group: 'here', icon: 'arrow-down', shortcut: 'j', run: () => this.walk(0, 1) },
      { id: 'pipeline.previous', title: '::Pipeline:PreviousCard', group: 'here', icon: 'arrow-up', shortcut: 'k', run: () => this.walk(0, -1) },
    ]);
  }

  reload(): void {
    this.board.reload();
  }

  protected isEmpty(): boolean {
    return this.columns.all().every(column => !column.count);
  }

  protected fold(stage: Stage): void {
    this.folded.update(folded => (folded.has(stage) ? new Set([...folded].filter(other => other !== stage)) : new Set([...folded, stage])));
  }

  /** A column that would refuse doesn't take the card; it says why instead. */
  protected readonly accepts = (drag: CdkDrag<Card>, list: CdkDropList<Stage>) => drag.data.stage === list.data || !this.moves.whyNot(drag.data, list.data);

  protected drop(event: CdkDragDrop<Stage, Stage, Card>): void {
    this.dragged.set(undefined);
    const to = event.container.data;
    // Let go over a column that refuses, it would land in the last one that didn't.
    if (event.previousContainer !== event.container && event.isPointerOverContainer) void this.move(event.item.data, to, event.currentIndex);
  }

  protected async move(card: Card, to: Stage, at = 0): Promise<void> {
    const moved = await this.moves.move(card, to, {
      show: (each, stage) => this.columns.move(this.columns.find(each.id) ?? each, stage, stage === to ? at : 0),
      settle: each => { this.columns.settle(each); this.say(each.id); },
    });
    if (!moved) this.focus(card.id);
  }

  protected more(stage: Stage): void {
    const { cards } = this.columns.of(stage);
    this.loadingMore.set(stage);
    this.relationships.getList({ ...this.filters(), stage, skipCount: cards.length, maxResultCount: cardsAtOnce }).subscribe({
      next: page => { this.columns.append(stage, page.items ?? [], page.totalCount ?? 0); this.loadingMore.set(undefined); },
      error: () => this.loadingMore.set(undefined),
    });
  }

  /** The arrows walk from card to card. */
  protected press(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const step = steps[event.key];
    if (!step || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || !this.focusedId()) return;
    event.preventDefault();
    this.walk(...step);
  }

  private walk(across: number, down: number): void {
    const open = this.columns.all().filter(column => !this.folded().has(column.stage) && column.cards.length);
    const id = this.focusedId();
    const column = open.findIndex(each => each.cards.some(card => card.id === id));
    if (column < 0) {
      this.focus(open[0]?.cards[0]?.id);
      return;
    }
    const row = open[column].cards.findIndex(card => card.id === id);
    const target = open[Math.max(0, Math.min(open.length - 1, column + across))];
    this.focus(target.cards[Math.max(0, Math.min(target.cards.length - 1, row + down))]?.id);
  }

  private shift(by: 1 | -1): void {
    const card = this.focusedCard();
    const to = card && beside(card, by);
    if (card && to) void this.move(card, to);
  }

  private openMenu(): void {
    const card = this.focusedCard() ?? this.columns.all().flatMap(column => column.cards)[0];
    this.host.nativeElement.querySelector<HTMLButtonElement>(`[data-card="${card?.id}"] .more`)?.click();
  }

  private say(id: string): void {
    const card = this.columns.find(id);
    if (!card) return;
    const column = this.columns.of(card.stage);
    if (this.folded().has(column.stage)) this.fold(column.stage);
    const at = column.cards.findIndex(each => each.id === id) + 1;
    void this.announcer.announce(this.localization.instant('::Pipeline:MovedTo', this.moves.wordOf(column.stage), at.toString(), column.count.toString()));
    this.focus(id);
  }

  private focusedId(): string | undefined {
    return document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset['card'];
  }

  private focusedCard(): Card | undefined {
    const id = this.focusedId();
    return id ? this.columns.find(id) : undefined;
  }

  private focus(id: string | undefined): void {
    if (id) afterNextRender(() => document.getElementById(`crm-card-${id}`)?.focus(), { injector: this.injector });
  }
}
