import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, Injector, afterNextRender, computed, effect, inject, input, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { map, tap } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { OurFailures } from '../host/failures';
import { oneAtATime } from '../kit/busy';
import { ContactPicker, type PickedContact } from '../kit/contact-picker';
import { EmptyState } from '../kit/empty-state';
import { Failure } from '../kit/failure';
import { PageHeader } from '../kit/page-header';
import { Skeleton } from '../kit/skeleton';
import { StatusPill } from '../kit/status-pill';
import { When } from '../kit/when';
import { DraftsService, MailsService, TransportMode } from '../proxy/mail';
import { Boxes, boxes, type Box, type BoxPage } from './boxes';
import { Conversation } from './conversation';

const everyMilliseconds = 10_000;

/** Boxes on the left, the conversation on the right; on a phone one after the other. */
@Component({
  selector: 'crm-mail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ContactPicker, Conversation, EmptyState, Failure, LocalizationPipe, PageHeader, RouterLink, Skeleton, StatusPill, When],
  templateUrl: './mail.html',
  styleUrl: './mail.scss',
  host: { '[class.reading]': '!!contactId()' },
})
export class Mail {
  private readonly source = inject(Boxes);
  private readonly mails = inject(MailsService);
  private readonly drafts = inject(DraftsService);
  private readonly router = inject(Router);
  private readonly failures = inject(OurFailures);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly picker = viewChild(ContactPicker);
  /** Both of the address. */
  readonly box = input.required<string>();
  readonly contactId = input<string>();

  protected readonly boxes = boxes;
  protected readonly modes = TransportMode;
  protected readonly current = computed<Box>(() => (boxes as readonly string[]).includes(this.box()) ? (this.box() as Box) : 'conversations');
  protected readonly writing = signal(false);
  private readonly once = oneAtATime();
  protected readonly busy = this.once.busy;
  protected readonly more = signal<BoxPage | undefined>(undefined);
  protected readonly page = rxResource({ params: () => this.current(), stream: ({ params }) => this.source.read(params) });
  private readonly came = linkedSignal<{ box: Box; page: BoxPage } | undefined, { box: Box; page: BoxPage } | undefined>({
    source: () => (this.page.hasValue() ? { box: this.current(), page: this.page.value() } : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  /** What this box held when it was last read: it stays when reading it again fails. */
  protected readonly shown = computed(() => (this.came()?.box === this.current() ? this.came()!.page : undefined));
  protected readonly rows = computed(() => [...(this.shown()?.rows ?? []), ...(this.more()?.rows ?? [])]);
  protected readonly next = computed(() => (this.more() ? this.more()!.next : this.shown()?.next));
  protected readonly status = rxResource({ stream: () => this.mails.getStatus({ skipHandleError: true }) });
  private readonly draftCount = rxResource({ stream: () => this.drafts.getList({ maxResultCount: 1, skipCount: 0 }, { skipHandleError: true }).pipe(map(page => page.totalCount ?? 0)) });
  protected readonly mode = computed(() => (this.status.hasValue() ? this.status.value().mode : undefined));

  constructor() {
    effect(() => {
      this.current();
      untracked(() => this.more.set(undefined));
    });
    commandsWhileHere([
      { id: 'mail.next', title: '::Mail:Next', group: 'here', icon: 'arrow-down', shortcut: 'j', run: () => this.step(1) },
      { id: 'mail.previous', title: '::Mail:Previous', group: 'here', icon: 'arrow-up', shortcut: 'k', run: () => this.step(-1) },
      { id: 'mail.write', title: '::Mail:Write', group: 'create', icon: 'pencil-square', shortcut: 'n', run: () => this.beginWriting() },
    ]);
    const timer = setInterval(() => { if (document.visibilityState === 'visible' && !this.more()) this.refresh(); }, everyMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected count(box: Box): number | undefined {
    const status = this.status.hasValue() ? this.status.value() : undefined;
    switch (box) {
      case 'drafts': return this.draftCount.hasValue() ? this.draftCount.value() : undefined;
      case 'waiting': return status?.queued;
      case 'doubt': return status?.inDoubt;
      default: return undefined;
    }
  }

  protected refresh(): void {
    this.page.reload();
    this.status.reload();
    this.draftCount.reload();
  }

  protected async readOn(): Promise<void> {
    const box = this.current();
    const read = await this.once.run(() => this.source.read(box, this.next()).pipe(tap({ error: (failure: unknown) => this.failures.tell(failure) })));
    if (!read || box !== this.current()) return;
    this.more.update(before => ({ rows: [...(before?.rows ?? []), ...read.value.rows], next: read.value.next }));
  }

  protected beginWriting(): void {
    this.writing.set(true);
    afterNextRender({ write: () => this.picker()?.focus() }, { injector: this.injector });
  }

  protected writeTo(contact: PickedContact | undefined): void {
    if (!contact) return;
    this.writing.set(false);
    void this.router.navigate(['/mail', 'conversations', contact.id], { queryParams: { write: 1 } });
  }

  private step(by: number): void {
    const rows = this.rows();
    const at = rows.findIndex(row => row.contactId === this.contactId());
    const row = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
    if (!row) return;
    void this.router.navigate(['/mail', this.current(), row.contactId]).then(() =>
      this.host.nativeElement.querySelector('.rows a[aria-current]')?.scrollIntoView({ block: 'nearest' }));
  }
}
