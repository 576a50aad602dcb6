import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, Injector, afterNextRender, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { map, of } from 'rxjs';
import type { Command } from '../commands/command';
import { CommandRegistry, commandsWhileHere } from '../commands/command-registry';
import { KeyCaps } from '../commands/key-caps';
import { isBusyTyping } from '../commands/keys';
import { EmptyState } from '../kit/empty-state';
import { Failure } from '../kit/failure';
import { PageHeader } from '../kit/page-header';
import { Skeleton } from '../kit/skeleton';
import { Toasts } from '../kit/toasts';
import { AtPipe } from '../kit/when';
import { wide } from '../kit/wide';
import { Zone } from '../kit/zone';
import { TodayService, type TodayItem } from '../proxy/engagement';
import { ColleaguesService } from '../proxy/host';
import { choicesOf, type Choice, type Deed } from './choices';
import { Deeds } from './deeds';
import { Detail } from './detail';
import { Queue } from './queue';
import { Row } from './row';

const lookAgainMilliseconds = 60_000;
/** Pixels for the list and, beside it, the thing chosen. */
const besideEachOther = 1000;

/** A person's day: one thing after the other, each with one key. */
@Component({
  selector: 'crm-today',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, KeyCaps, Detail, EmptyState, Failure, PageHeader, Row, Skeleton],
  templateUrl: './today.html',
  styleUrl: './today.scss',
  host: { '(document:keydown.arrowdown)': 'arrow($event, 1)', '(document:keydown.arrowup)': 'arrow($event, -1)' },
})
export class Today {
  /** Somebody else's day, for whom may see it. */
  readonly owner = input<string>();

  private readonly today = inject(TodayService);
  private readonly injector = inject(Injector);
  private readonly colleagues = inject(ColleaguesService);
  private readonly deeds = inject(Deeds);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly localization = inject(LocalizationService);
  private readonly permissions = inject(PermissionService);
  private readonly registry = inject(CommandRegistry);
  private readonly zone = inject(Zone);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly detail = viewChild(Detail);
  private readonly again = signal(0);

  private comesBack = false;

  protected readonly queue = new Queue();
  protected readonly wide = wide(besideEachOther);
  protected readonly day = rxResource({
    params: () => ({ ownerId: this.owner(), again: this.again() }),
    stream: ({ params }) => this.today.get({ ownerId: params.ownerId }),
  });
  /** Whose day it is, if it isn't one's own. */
  protected readonly whose = rxResource({
    params: () => ({ id: this.owner() }),
    stream: ({ params }) => (params.id ? this.colleagues.getList({ skipCount: 0, maxResultCount: 200 }).pipe(map(page => page.items?.find(each => each.id === params.id))) : of(undefined)),
  });
  protected readonly cameOnce = signal(false);
  /** What was written beside a thing: there until it is done, whatever is looked at in between. */
  protected readonly notes = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly calendarDay = computed(() => this.zone.dayFrom(0));
  protected readonly share = computed(() => (100 * this.queue.doneCount()) / Math.max(1, this.queue.doneCount() + this.queue.left()));
  private readonly rights = {
    triage: this.permissions.getGrantedPolicy('PartnerCrm.Engagement.Relationships.Escalate'),
    approve: this.permissions.getGrantedPolicy('PartnerCrm.Mail.Drafts.Approve'),
    review: this.permissions.getGrantedPolicy('PartnerCrm.Clearance.Suppressions.Edit'),
  };

  constructor() {
    effect(() => {
      this.owner();
      untracked(() => {
        this.queue.empty();
        this.cameOnce.set(false);
      });
    });
    effect(() => {
      if (!this.day.hasValue()) return;
      const value = this.day.value();
      untracked(() => {
        this.queue.receive(value);
        this.cameOnce.set(true);
        if (!this.comesBack) return;
        this.comesBack = false;
        this.focusSelected();
      });
    });
    const some = () => !!this.queue.selected();
    commandsWhileHere([
      { id: 'today.next', title: '::Today:Next', group: 'here', icon: 'arrow-down', shortcut: 'j', visible: some, run: () => this.step(1) },
      { id: 'today.previous', title: '::Today:Previous', group: 'here', icon: 'arrow-up', shortcut: 'k', visible: some, run: () => this.step(-1) },
      { id: 'today.snooze', title: '::Today:Snooze', group: 'here', icon: 'alarm', shortcut: 'h', visible: some, run: () => this.detail()?.askSnooze() },
      { id: 'today.reply', title: '::Today:Reply', group: 'here', icon: 'reply', shortcut: 'r', visible: some, run: () => this.reply() },
      { id: 'today.note', title: '::Today:AddNote', group: 'here', icon: 'pencil', shortcut: 'n', visible: some, run: () => this.detail()?.focusNote() },
      { id: 'today.copy', title: '::Today:Copy', group: 'here', icon: 'copy', shortcut: 'c', visible: () => !!this.queue.selected()?.text, run: () => this.detail()?.copy() },
      { id: 'today.contact', title: '::Today:OpenContact', group: 'here', icon: 'person', shortcut: 'o', visible: some, run: () => this.router.navigate(['/contacts', this.queue.selected()!.contactId]) },
    ]);
    effect(onCleanup => onCleanup(this.registry.add(this.digits())));
    const timer = setInterval(() => { if (document.visibilityState === 'visible') this.reload(); }, lookAgainMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected choicesOf(item: TodayItem): Choice[] {
    return choicesOf(item, this.rights);
  }

  protected reload(): void {
    this.again.update(times => times + 1);
  }

  protected write(item: TodayItem, note: string): void {
    this.notes.update(notes => new Map(notes).set(item.id, note));
  }

  protected choose(item: TodayItem): void {
    this.queue.select(item.id);
  }

  protected arrow(event: Event, by: number): void {
    const at = document.activeElement;
    const here = !at || at === document.body || !!at.closest('.queue');
    if (event.defaultPrevented || !here || isBusyTyping(at) || !this.queue.selected()) return;
    event.preventDefault();
    this.step(by);
  }

  protected step(by: number): void {
    this.queue.step(by);
    this.focusSelected();
  }

  protected async act(item: TodayItem, choice: Pick<Choice, 'said' | 'canUndo'>, deed: Deed, note = '', stamp?: string): Promise<void> {
    const inside = this.host.nativeElement.contains(document.activeElement) || document.activeElement === document.body;
    this.queue.take(item.id);
    if (inside) this.focusSelected();
    try {
      await this.deeds.carryOut(item, deed, note, stamp);
      this.queue.finished(item.id);
      this.write(item, '');
      this.toasts.done(this.localization.instant(choice.said, item.contactName), choice.canUndo ? () => this.takeBack(item, deed) : undefined);
    } catch {
      // Why not was said in a toast.
      this.queue.putBack(item.id);
      this.focusSelected();
    }
    this.reload();
  }

  protected reply(): void {
    const item = this.queue.selected();
    if (item) void this.router.navigate(['/mail', 'conversations', item.contactId], { queryParams: { write: 1 } });
  }

  private async takeBack(item: TodayItem, deed: Deed): Promise<void> {
    try {
      await this.deeds.takeBack(item, deed);
      this.queue.putBack(item.id);
      // The host's next list names it again.
      this.comesBack = true;
    } catch {
      // Said in a toast: it has gone on already.
    }
    this.reload();
  }

  private digits(): Command[] {
    const item = this.queue.selected();
    const detail = this.detail();
    if (!item || !detail) return [];
    const offered = detail.offered();
    const commands: Command[] = offered.map((offer, at) => ({ id: `today.choice.${at + 1}`, title: offer.title, group: 'here', icon: offer.icon.replace('bi-', ''), shortcut: String(at + 1), enabled: () => !offer.waits, run: () => offer.run() }));
    if (detail.isAsking()) commands.push({ id: 'today.choice.back', title: '::Today:Back', group: 'here', icon: 'arrow-left', shortcut: 'escape', run: () => detail.stopAsking() });
    return commands;
  }

  private focusSelected(): void {
    afterNextRender(() => {
      const row = this.host.nativeElement.querySelector<HTMLElement>('.queue button[aria-current=true]') ?? this.host.nativeElement.querySelector<HTMLElement>('.finished');
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    }, { injector: this.injector });
  }
}
