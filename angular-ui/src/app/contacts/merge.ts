import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { oneAtATime } from '../kit/busy';
import { ContactPicker, type PickedContact } from '../kit/contact-picker';
import { PageHeader } from '../kit/page-header';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { AtPipe } from '../kit/when';
import { ContactField } from '../proxy/partners/contact-field.enum';
import { ContactMergesService } from '../proxy/partners/contact-merges.service';
import type { ContactOverviewDto } from '../proxy/partners/models';
import { sideBySide } from './merge-fields';
import { Twins } from './twins';

/** Two contacts side by side that are one person: which value holds, what comes together, and whether anything stands against it. */
@Component({
  selector: 'crm-merge',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, ContactPicker, PageHeader, Twins, View],
  templateUrl: './merge.html',
  styleUrl: './merge.scss',
})
export class Merge {
  private readonly merges = inject(ContactMergesService);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly once = oneAtATime();
  protected readonly busy = this.once.busy;
  protected readonly sides = ['kept', 'other'] as const;
  protected readonly id = toSignal(this.route.paramMap.pipe(map(params => params.get('id')!)), { requireSync: true });
  protected readonly otherId = toSignal(this.route.queryParamMap.pipe(map(params => params.get('with') ?? undefined)), { requireSync: true });
  protected readonly picked = signal<PickedContact | undefined>(undefined);
  protected readonly both = rxResource({
    params: () => (this.otherId() ? { id: this.id(), other: this.otherId()! } : undefined),
    stream: ({ params }) => this.merges.preview(params.id, params.other),
  });
  protected readonly seen = computed(() => (this.both.hasValue() ? this.both.value() : undefined));
  protected readonly rows = computed(() => (this.seen() ? sideBySide(this.seen()!.kept.contact, this.seen()!.other.contact) : []));
  protected readonly fromOther = linkedSignal<unknown, ReadonlySet<ContactField>>({ source: () => this.seen(), computation: () => new Set() });

  constructor() {
    effect(() => { if (this.picked()) void this.router.navigate([], { relativeTo: this.route, queryParams: { with: this.picked()!.id } }); });
    commandsWhileHere([
      { id: 'merge.do', title: '::Merge:Do', group: 'here', icon: 'intersect', shortcut: 'mod+enter', visible: () => !!this.seen() && !this.seen()!.whyNot, run: () => this.merge() },
      { id: 'merge.swap', title: '::Merge:Swap', group: 'here', icon: 'arrow-left-right', visible: () => !!this.seen(), run: () => this.swap() },
    ]);
  }

  protected nameOf(side: ContactOverviewDto): string {
    return [side.contact.firstName, side.contact.lastName].filter(Boolean).join(' ');
  }

  protected isTaken(field: ContactField, from: 'kept' | 'other'): boolean {
    return this.fromOther().has(field) === (from === 'other');
  }

  protected take(field: ContactField, from: 'kept' | 'other'): void {
    const taken = new Set(this.fromOther());
    if (from === 'other') taken.add(field);
    else taken.delete(field);
    this.fromOther.set(taken);
  }

  /** The other page stays, this one goes. */
  protected swap(): Promise<boolean> {
    return this.router.navigate(['/contacts', this.otherId(), 'merge'], { queryParams: { with: this.id() } });
  }

  protected async merge(): Promise<void> {
    const { kept, other } = this.seen()!;
    const input = { otherId: this.otherId()!, keptStamp: kept.contact.concurrencyStamp, otherStamp: other.contact.concurrencyStamp, fromOther: [...this.fromOther()] };
    const done = await this.once.run(() => this.merges.merge(this.id(), input));
    if (!done) {
      this.both.reload();
      return;
    }
    this.toasts.done(this.texts.instant('::Merge:Done', [done.value.firstName, done.value.lastName].filter(Boolean).join(' ')));
    await this.router.navigate(['/contacts', this.id()]);
  }
}
