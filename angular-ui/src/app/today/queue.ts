import { computed, signal } from '@angular/core';
import type { TodayDto, TodayItem } from '../proxy/engagement';

export interface Group {
  /** A localization key. */
  title: string;
  items: TodayItem[];
  /** Of all there are; the host sends the first 50. */
  count: number;
}

/** A person's day as a queue: what is next, what was just done, and what came back because it could not be done. */
export class Queue {
  private readonly day = signal<TodayDto | undefined>(undefined);
  /** Done, but the host's next list may still know them. */
  private readonly gone = signal<ReadonlySet<string>>(new Set());
  private readonly underWay = new Set<string>();
  private readonly chosen = signal<string | undefined>(undefined);

  readonly doneCount = signal(0);
  readonly groups = computed<Group[]>(() => {
    const day = this.day();
    return ([['::Today:Group:TheyAnswered', day?.theyAnswered], ['::Today:Group:YourTurn', day?.yourTurn], ['::Today:Group:CheckFirst', day?.checkFirst]] as const)
      .map(([title, group]) => {
        const items = (group?.items ?? []).filter(item => !this.gone().has(item.id));
        return { title, items, count: (group?.count ?? 0) - ((group?.items?.length ?? 0) - items.length) };
      })
      .filter(group => group.items.length);
  });
  readonly items = computed(() => this.groups().flatMap(group => group.items));
  readonly left = computed(() => this.groups().reduce((sum, group) => sum + group.count, 0));
  readonly tomorrow = computed(() => this.day()?.tomorrow ?? 0);
  readonly selected = computed(() => this.items().find(item => item.id === this.chosen()) ?? this.items()[0]);

  /** A fresh list of the host: what it doesn't name any more is done, what it still names came back, unless it is under way. */
  receive(day: TodayDto): void {
    const at = this.items().findIndex(item => item.id === this.chosen());
    this.day.set(day);
    this.gone.set(new Set(this.underWay));
    if (at >= 0 && !this.items().some(item => item.id === this.chosen())) this.select(this.items()[Math.min(at, this.items().length - 1)]?.id);
  }

  /** Somebody else's day is another one. */
  empty(): void {
    this.day.set(undefined);
    this.gone.set(new Set());
    this.underWay.clear();
    this.chosen.set(undefined);
    this.doneCount.set(0);
  }

  select(id: string | undefined): void {
    this.chosen.set(id);
  }

  step(by: number): void {
    const items = this.items();
    const at = items.findIndex(item => item.id === this.selected()?.id);
    this.select(items[Math.max(0, Math.min(items.length - 1, at + by))]?.id);
  }

  /** Takes it off the list and goes to the next one; the last goes to the one before. */
  take(id: string): void {
    const items = this.items();
    const at = items.findIndex(item => item.id === id);
    const next = items[at + 1] ?? items[at - 1];
    this.underWay.add(id);
    this.gone.update(gone => new Set([...gone, id]));
    this.doneCount.update(count => count + 1);
    if (this.chosen() === id || !this.chosen()) this.select(next?.id);
  }

  finished(id: string): void {
    this.underWay.delete(id);
  }

  /** It could not be done, or was taken back: it is there again, and next. */
  putBack(id: string): void {
    this.underWay.delete(id);
    this.gone.update(gone => new Set([...gone].filter(other => other !== id)));
    this.doneCount.update(count => Math.max(0, count - 1));
    this.select(id);
  }
}
