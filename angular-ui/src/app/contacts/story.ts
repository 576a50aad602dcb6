import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { Chips } from '../kit/chips';
import { Failure } from '../kit/failure';
import { Skeleton } from '../kit/skeleton';
import { AtPipe } from '../kit/when';
import { Zone } from '../kit/zone';
import type { TimelineEntryDto, TimelineKey } from '../proxy/engagement/models';
import { TimelinesService } from '../proxy/engagement/timelines.service';
import { TimelineFilter } from '../proxy/engagement/timeline-filter.enum';
import { byMonth } from './by-month';

const icons: Record<string, string> = {
  LinkedIn: 'linkedin', X: 'twitter-x', Facebook: 'facebook', Event: 'easel', Email: 'envelope', Phone: 'telephone', Meeting: 'calendar-check', Website: 'globe', Referral: 'people', Internal: 'sticky',
};
const pageSize = 50;

interface Told { kinds: string; items: readonly TimelineEntryDto[]; names: Record<string, string>; next?: TimelineKey | null }

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
  protected readonly first = rxResource({
    params: () => ({ id: this.contactId(), kinds: this.kinds(), at: this.happened(), month: this.month() }),
    stream: ({ params }) => this.timelines.getPage(params.id, { skip: 0, maxResultCount: pageSize, kinds: params.kinds as TimelineFilter[], before: endOf(params.month) }),
  });
  private readonly older = signal<Told | undefined>(undefined);
  protected readonly told = computed<Told | undefined>(() => {
    if (!this.first.hasValue()) return undefined;
    const page = this.first.value()!;
    const key = `${this.contactId()} ${this.kinds().join()} ${this.month()} ${this.happened()}`;
    const more = this.older()?.kinds === key ? this.older() : undefined;
    return { kinds: key, items: [...(page.items ?? []), ...(more?.items ?? [])], names: { ...page.names, ...more?.names }, next: more ? more.next : page.next };
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

  protected more(): void {
    const told = this.told();
    if (!told?.next || this.loadingMore()) return;
    this.loadingMore.set(true);
    this.timelines.getPage(this.contactId(), { before: told.next.before, skip: told.next.skip ?? 0, maxResultCount: pageSize, kinds: this.kinds() as TimelineFilter[] }).subscribe({
      next: page => {
        const before = this.older()?.kinds === told.kinds ? this.older()!.items : [];
        this.older.set({ kinds: told.kinds, items: [...before, ...(page.items ?? [])], names: { ...this.older()?.names, ...page.names }, next: page.next });
        this.loadingMore.set(false);
      },
      error: () => this.loadingMore.set(false),
    });
  }
}

/** The first moment after a month written as `2026-11`. */
function endOf(month: string): string | null {
  if (!/^\d{4}-\d{2}$/.test(month)) return null;
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString();
}
