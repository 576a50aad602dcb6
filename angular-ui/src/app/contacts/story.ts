import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal, type WritableSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { Chips } from '../kit/chips';
import { startOf } from '../kit/days';
import { Failure } from '../kit/failure';
import { Skeleton } from '../kit/skeleton';
import { AtPipe } from '../kit/when';
import { Zone } from '../kit/zone';
import type { TimelineEntryDto, TimelineKey, TimelinePageDto } from '../proxy/engagement/models';
import { TimelinesService } from '../proxy/engagement/timelines.service';
import { TimelineFilter } from '../proxy/engagement/timeline-filter.enum';
import { byMonth } from './by-month';

const icons: Record<string, string> = {
  LinkedIn: 'linkedin', X: 'twitter-x', Facebook: 'facebook', Event: 'easel', Email: 'envelope', Phone: 'telephone', Meeting: 'calendar-check', Website: 'globe', Referral: 'people', Internal: 'sticky',
};
const pageSize = 50;
/** What the host gives at once. */
const most = 200;

interface Told { of: string; items: readonly TimelineEntryDto[]; names: Record<string, string>; next?: TimelineKey | null }

/** What happened, newest first, by month; three or more of what only the product did are one line. */
@Component({
  selector: 'crm-story',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, AtPipe, Chips, Failure, Skeleton],
  templateUrl: './story.html',
  styleUrl: './story.scss',
})
export class Story {
  readonly contactId = input.required<string>();
  readonly happened = input(0);
  private readonly timelines = inject(TimelinesService);
  private readonly texts = inject(LocalizationService);
  private readonly zone = inject(Zone);
  protected readonly kinds = signal<readonly string[]>([]);
  protected readonly chips = computed(() => [
    { key: 'Mail', icon: 'envelope' }, { key: 'Call', icon: 'telephone' }, { key: 'Meeting', icon: 'calendar-check' }, { key: 'Note', icon: 'sticky' }, { key: 'Social', icon: 'chat-dots' }, { key: 'Event', icon: 'easel' }, { key: 'System', icon: 'gear' },
  ].map(chip => ({ ...chip, text: this.texts.instant(`::Contacts:Kind:${chip.key}`) })));
  private readonly month = signal('');
  private readonly asked = computed(() => `${this.contactId()} ${this.kinds().join()} ${this.month()}`);
  protected readonly first = rxResource({
    params: () => ({ id: this.contactId(), kinds: this.kinds(), at: this.happened(), month: this.month() }),
    // Read again because something happened, it is as long as it was read on.
    stream: ({ params }) => this.timelines.getPage(params.id, { skip: 0, maxResultCount: Math.min(most, Math.max(pageSize, this.told()?.items.length ?? 0)), kinds: params.kinds as TimelineFilter[], before: this.endOf(params.month) }),
  });
  /** As far as one read on. It stays while the same is read again. */
  protected readonly told: WritableSignal<Told | undefined> = linkedSignal<{ of: string; page?: TimelinePageDto }, Told | undefined>({
    source: () => ({ of: this.asked(), page: this.first.hasValue() ? this.first.value() : undefined }),
    computation: ({ of, page }, before) => (page ? toldBy(of, page) : before?.value?.of === of ? before.value : undefined),
  });
  protected readonly months = computed(() => byMonth(this.told()?.items ?? [], this.zone.locale(), this.zone.zone()));
  protected readonly opened = signal<ReadonlySet<string>>(new Set());
  protected readonly loadingMore = signal(false);
  protected readonly jumped = computed(() => this.month());

  protected icon(entry: TimelineEntryDto): string {
    return entry.kind === 'Journal' ? 'gear' : (icons[entry.channel ?? ''] ?? 'circle');
  }

  protected toggle(kind: string): void {
    this.kinds.update(kinds => (kinds.includes(kind) ? kinds.filter(each => each !== kind) : [...kinds, kind]));
  }

  protected unfold(id: string): void {
    this.opened.update(opened => new Set([...opened, id]));
  }

  /** To a month further down, or before everything that was read. */
  protected jump(month: string): void {
    this.month.set(month);
  }

  /** The first moment after a month written as `2026-11`, where the person is. */
  private endOf(month: string): string | null {
    if (!/^\d{4}-\d{2}$/.test(month)) return null;
    const [year, number] = month.split('-').map(Number);
    return startOf(new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10), this.zone.zone()).toISOString();
  }

  protected more(): void {
    const told = this.told();
    if (!told?.next || this.loadingMore()) return;
    this.loadingMore.set(true);
    this.timelines.getPage(this.contactId(), { before: told.next.before, skip: told.next.skip ?? 0, maxResultCount: pageSize, kinds: this.kinds() as TimelineFilter[] }).subscribe({
      next: page => {
        // What was read again meanwhile goes on from its own end.
        this.told.update(now => (now === told ? toldBy(told.of, page, told) : now));
        this.loadingMore.set(false);
      },
      error: () => this.loadingMore.set(false),
    });
  }
}

function toldBy(of: string, page: TimelinePageDto, before?: Told): Told {
  return { of, items: [...(before?.items ?? []), ...(page.items ?? [])], names: { ...before?.names, ...page.names }, next: page.next };
}

