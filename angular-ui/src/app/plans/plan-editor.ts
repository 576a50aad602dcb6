import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { firstValueFrom, forkJoin, map, of, switchMap, timer } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { OurFailures } from '../host/failures';
import { Conflict, type Difference } from '../kit/conflict';
import { Failure } from '../kit/failure';
import { IsBack } from '../kit/is-back';
import { PageHeader } from '../kit/page-header';
import { codeOf } from '../kit/sentence';
import { Skeleton } from '../kit/skeleton';
import { StatusPill } from '../kit/status-pill';
import { Toasts } from '../kit/toasts';
import { Unsaved } from '../kit/unsaved';
import { AtPipe } from '../kit/when';
import { PlaybooksService, type PlaybookDto, type PlaybookStep, type PlaybookVersionDto, type StepKind } from '../proxy/engagement';
import { TemplatesService } from '../proxy/mail';
import { PlanPreview } from './plan-preview';
import { StepCard, iconOf } from './step-card';
import { cardOfStep, cardsOf, kinds, moved, sameSteps, startingCard, stepsOf, type Card } from './steps';
import { stepsInWords } from './steps-in-words';

interface Written {
  name: string;
  description: string;
  steps: PlaybookStep[];
  baseId?: string;
}

interface Opened {
  plan?: PlaybookDto;
  versions: PlaybookVersionDto[];
}

const what = 'plan';

/** A contact plan in sentences. What is saved never changes: saving makes a new version. */
@Component({
  selector: 'crm-plan-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, Conflict, Failure, IsBack, LocalizationPipe, PageHeader, PlanPreview, RouterLink, Skeleton, StatusPill, StepCard],
  templateUrl: './plan-editor.html',
  styleUrl: './plan-editor.scss',
})
export class PlanEditor {
  private readonly playbooks = inject(PlaybooksService);
  private readonly words = inject(TemplatesService);
  private readonly texts = inject(LocalizationService);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly said = inject(LiveAnnouncer);
  private readonly unsaved = inject(Unsaved);
  private readonly failures = inject(OurFailures);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** Of the address; none: a new plan. */
  readonly id = input<string>();

  protected readonly mayEdit = inject(PermissionService).getGrantedPolicy('PartnerCrm.Engagement.Playbooks.Edit');
  protected readonly kinds = kinds;
  protected readonly iconOf = iconOf;
  protected readonly stops = ['Answer', 'Objection', 'Bounce', 'Meeting', 'Colleague', 'Silence'] as const;

  protected readonly opened = rxResource({
    params: () => ({ id: this.id() }),
    stream: ({ params: { id } }) => id
      ? forkJoin({ plan: this.playbooks.get(id), versions: this.playbooks.getVersions(id).pipe(map(found => found.items ?? [])) })
      : of<Opened>({ versions: [] }),
  });
  private readonly templatesRead = rxResource({ stream: () => this.words.getList({ maxResultCount: 200, skipCount: 0 }) });
  protected readonly plan = computed(() => (this.opened.hasValue() ? this.opened.value().plan : undefined));
  protected readonly versions = computed(() => (this.opened.hasValue() ? this.opened.value().versions : []));
  /** The version that the sentences began as. */
  protected readonly version = linkedSignal(() => this.plan()?.versionId);
  private readonly kept = linkedSignal(() => (this.opened.hasValue() ? this.unsaved.of<Written>(what, this.id()) : undefined));
  protected readonly isBack = computed(() => !!this.kept());

  /** The last version that was there when these steps were begun: a later one is a colleague's. */
  private readonly baseId = linkedSignal(() => this.kept()?.baseId ?? this.plan()?.versionId);
  /** What a colleague saved meanwhile. */
  protected readonly theirs = signal<PlaybookDto | undefined>(undefined);

  protected readonly name = linkedSignal(() => this.plan()?.name ?? this.kept()?.name ?? '');
  protected readonly description = linkedSignal(() => this.plan()?.description ?? this.kept()?.description ?? '');
  protected readonly base = computed(() => this.versions().find(each => each.id === this.version())?.steps ?? []);
  protected readonly cards = linkedSignal<Card[]>(() => cardsOf(this.kept()?.steps ?? this.base()));
  protected readonly steps = computed(() => stepsOf(this.cards()));
  protected readonly isOld = computed(() => this.version() !== this.plan()?.versionId);
  protected readonly changed = computed(() => !sameSteps(this.steps(), this.versions()[0]?.steps ?? []) || (!this.id() && !!this.name()));
  protected readonly templates = computed(() => {
    const all = this.templatesRead.hasValue() ? (this.templatesRead.value().items ?? []) : [];
    return [...new Set(all.filter(each => each.kind === 'Message' || each.kind === 'Offer').map(each => each.name!))];
  });

  private readonly check = rxResource({
    params: () => (this.cards().length ? this.steps() : undefined),
    stream: ({ params }) => timer(200).pipe(switchMap(() => this.playbooks.check({ steps: params }, { skipHandleError: true }))),
  });
  private readonly problems = linkedSignal<{ step?: number | null; sentence?: string }[] | undefined, { step?: number | null; sentence?: string }[]>({
    source: () => (this.check.hasValue() ? (this.check.value().problems ?? []) : undefined),
    computation: (now, before) => (this.cards().length ? (now ?? before?.value ?? []) : []),
  });
  protected readonly ofAll = computed(() => this.problems().filter(each => !each.step).map(each => each.sentence!));
  protected readonly ofCard = computed(() => this.cards().map((_, index) =>
    this.problems().filter(each => each.step && cardOfStep(this.cards(), each.step) === index).map(each => each.sentence!)));
  protected readonly saving = signal(false);
  protected readonly tried = signal(false);
  protected readonly nextNumber = computed(() => (this.versions()[0]?.number ?? 0) + 1);

  constructor() {
    commandsWhileHere([
      { id: 'plans.save', title: '::Plans:Save', group: 'here', icon: 'check2', shortcut: 'mod+s', visible: () => this.mayEdit, enabled: () => this.changed(), run: () => this.save() },
      ...kinds.map(kind => ({ id: `plans.add.${kind}`, title: `::Plans:Add:${kind}`, group: 'here' as const, icon: iconOf(kind), visible: () => this.mayEdit, run: () => this.add(kind) })),
    ]);
    effect(() => {
      if (!this.opened.hasValue() || this.opened.isLoading()) return;
      if (this.changed()) this.unsaved.remember(what, this.id(), { name: this.name(), description: this.description(), steps: this.steps(), baseId: this.baseId() } satisfies Written);
      else this.unsaved.forget(what, this.id());
    });
  }

  protected set(index: number, card: Card): void {
    this.cards.update(cards => cards.map((each, at) => (at === index ? card : each)));
  }

  protected add(kind: StepKind, menu?: HTMLElement): void {
    menu?.hidePopover();
    const card = startingCard(kind);
    this.cards.update(cards => {
      const atEnd = cards.at(-1)?.kind === 'Rest' && kind !== 'Rest' ? cards.length - 1 : cards.length;
      return [...cards.slice(0, atEnd), card, ...cards.slice(atEnd)];
    });
    this.focusCard(card.id);
  }

  protected move(index: number, by: number): void {
    const card = this.cards()[index];
    this.cards.update(cards => moved(cards, index, by));
    const at = this.cards().indexOf(card);
    void this.said.announce(this.texts.instant('::Plans:Moved', String(at + 1), String(this.cards().length)));
    this.focusCard(card.id);
  }

  protected remove(index: number): void {
    const before = this.cards();
    this.cards.update(cards => cards.filter((_, at) => at !== index));
    this.toasts.done(this.texts.instant('::Plans:Removed'), () => this.cards.set(before));
    const next = this.cards()[Math.min(index, this.cards().length - 1)];
    if (next) this.focusCard(next.id);
  }

  protected byKey(event: KeyboardEvent, index: number): void {
    if (!event.altKey || !this.mayEdit || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    this.move(index, event.key === 'ArrowUp' ? -1 : 1);
  }

  protected look(version: string): void {
    this.kept.set(undefined);
    this.version.set(version);
  }

  protected discard(): void {
    const before = this.cards();
    this.unsaved.forget(what, this.id());
    this.kept.set(undefined);
    this.version.set(this.plan()?.versionId);
    this.cards.set(cardsOf(this.base()));
    this.toasts.done(this.texts.instant('::Plans:Discarded'), () => this.cards.set(before));
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.problems().length || !this.cards().length || !this.name().trim()) {
      this.showWhatIsMissing();
      return;
    }
    this.saving.set(true);
    try {
      const id = this.id();
      const quietly = { skipHandleError: true };
      const plan = await firstValueFrom(id
        ? this.playbooks.addVersion(id, { steps: this.steps(), baseId: this.baseId() }, quietly)
        : this.playbooks.create({ name: this.name().trim(), description: this.description().trim() || undefined, steps: this.steps() }, quietly));
      this.unsaved.forget(what, id);
      this.kept.set(undefined);
      this.toasts.done(this.texts.instant('::Plans:Saved', String(plan.version)));
      if (id) this.opened.reload();
      else await this.router.navigate(['/plans', plan.id], { replaceUrl: true });
    } catch (failure) {
      if (codeOf(failure)?.endsWith(':PlaybookStale')) this.theirs.set(await firstValueFrom(this.playbooks.get(this.id()!)));
      else this.failures.tell(failure);
    } finally {
      this.saving.set(false);
    }
  }

  protected differing(): Difference[] {
    const words = (steps: readonly PlaybookStep[]) => stepsInWords(steps, (key, ...given) => this.texts.instant(key, ...given));
    return [{ field: '::Plans:Steps', theirs: words(this.theirs()?.steps ?? []), mine: words(this.steps()) }];
  }

  /** Ours as a version after theirs, knowingly. */
  protected async keepOurs(): Promise<void> {
    this.baseId.set(this.theirs()!.versionId);
    this.theirs.set(undefined);
    await this.save();
  }

  protected takeTheirs(): void {
    this.unsaved.forget(what, this.id());
    this.theirs.set(undefined);
    this.opened.reload();
  }

  /** What keeps it from being saved is named, and the keyboard is put there. */
  private showWhatIsMissing(): void {
    const all = [...this.ofAll(), ...this.ofCard().flat()];
    if (!this.name().trim()) {
      this.host.nativeElement.querySelector<HTMLElement>('#crm-plan-name')?.focus();
      return;
    }
    void this.said.announce(all.join(' ') || this.texts.instant('::Plans:NoSteps'), 'assertive');
    const first = this.ofCard().findIndex(each => each.length);
    if (first >= 0) this.focusCard(this.cards()[first].id);
  }

  private focusCard(id: number): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(`#crm-step-${id}`)?.focus());
  }
}
