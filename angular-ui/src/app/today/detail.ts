import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, linkedSignal, model, output, signal, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { of } from 'rxjs';
import { KeyCaps } from '../commands/key-caps';
import { copyText } from '../kit/copy';
import { morningOf } from '../kit/days';
import { StatusPill } from '../kit/status-pill';
import { Toasts } from '../kit/toasts';
import { AtPipe, When } from '../kit/when';
import { Zone } from '../kit/zone';
import { FollowUpKind, type TodayItem } from '../proxy/engagement';
import { DraftsService } from '../proxy/mail';
import { iconOf, takesNote, type Choice, type Deed } from './choices';
import { laterDays, snoozeDays, type Day } from './dates';

export interface Act {
  choice: Pick<Choice, 'said' | 'canUndo'>;
  deed: Deed;
  note: string;
  stamp?: string;
}

/** What is asked before something is done. */
type Question = { ask: 'snooze' } | { ask: 'when' | 'sure'; choice: Choice };

interface Offer {
  title: string;
  icon: string;
  /** A date, where the offer is one. */
  day?: Day;
  /** It has to be seen first. */
  waits?: boolean;
  run: () => void;
}

const snoozed = { said: '::Today:Said:Snoozed', canUndo: true };

/** The thing chosen: everything one needs to answer it, and its answers. */
@Component({
  selector: 'crm-today-detail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, KeyCaps, StatusPill, When],
  templateUrl: './detail.html',
  styleUrl: './detail.scss',
})
export class Detail {
  readonly item = input.required<TodayItem>();
  readonly choices = input.required<readonly Choice[]>();
  readonly note = model('');
  readonly acted = output<Act>();
  readonly replied = output();

  private readonly drafts = inject(DraftsService);
  private readonly toasts = inject(Toasts);
  private readonly localization = inject(LocalizationService);
  private readonly zone = inject(Zone);
  private readonly noteField = viewChild<ElementRef<HTMLTextAreaElement>>('noteField');
  private readonly id = computed(() => this.item().id);

  protected readonly kinds = FollowUpKind;
  protected readonly icon = computed(() => iconOf(this.item().kind));
  protected readonly takesNote = computed(() => takesNote(this.item().kind));
  protected readonly question = linkedSignal<string | undefined, Question | undefined>({ source: this.id, computation: () => undefined });
  protected readonly copied = linkedSignal<string | undefined, boolean>({ source: this.id, computation: () => false });
  private readonly draftId = computed(() => (this.item().kind === FollowUpKind.ApproveDraft ? this.item().aboutId : undefined));
  protected readonly draft = rxResource({ params: () => ({ id: this.draftId() }), stream: ({ params }) => (params.id ? this.drafts.get(params.id) : of(undefined)) });
  /** What is approved is what was seen. */
  protected readonly mail = computed(() => (this.draft.hasValue() ? this.draft.value() : undefined));
  protected readonly tomorrow = computed(() => this.zone.dayFrom(1));
  protected readonly otherDay = signal('');

  readonly isAsking = computed(() => !!this.question());

  /** What the digits do now: the answers, or those of the question that is open. */
  readonly offered = computed<Offer[]>(() => {
    const question = this.question();
    const today = this.zone.dayFrom(0);
    if (question?.ask === 'snooze') return snoozeDays(today).map(({ title, day }) => ({ title, icon: 'bi-alarm', day, run: () => this.on(day) }));
    if (question?.ask === 'when') return laterDays(today).map(({ title, day }) => ({ title, icon: 'bi-clock', day, run: () => this.on(day) }));
    if (question?.ask === 'sure') return [{ title: '::Today:YesSure', icon: question.choice.icon, run: () => this.carryOut(question.choice, question.choice.deed) }];
    return this.choices().map(choice => ({ title: choice.title, icon: choice.icon, waits: choice.deed.do === 'approve' && !this.mail(), run: () => this.choose(choice) }));
  });

  askSnooze(): void {
    this.question.set({ ask: 'snooze' });
  }

  stopAsking(): void {
    this.question.set(undefined);
  }

  focusNote(): void {
    this.noteField()?.nativeElement.focus();
  }

  async copy(): Promise<void> {
    const text = this.item().text;
    if (!text) return;
    if (!(await copyText(text))) {
      this.toasts.failed(this.localization.instant('::Today:NotCopied'));
      return;
    }
    this.copied.set(true);
    this.toasts.done(this.localization.instant('::Today:Copied'));
  }

  /** Puts it off, or answers «later», to the morning of that day. */
  protected on(day: Day): void {
    const question = this.question();
    if (!question || !day) return;
    const until = morningOf(day, this.zone.zone());
    if (question.ask === 'snooze') this.carryOut(snoozed, { do: 'snooze', until });
    else if (question.choice.deed.do === 'triage') this.carryOut(question.choice, { ...question.choice.deed, until });
  }

  protected choose(choice: Choice): void {
    if (choice.asks) this.question.set({ ask: choice.asks, choice });
    else this.carryOut(choice, choice.deed);
  }

  private carryOut(choice: Act['choice'], deed: Deed): void {
    const stamp = this.mail()?.concurrencyStamp;
    this.question.set(undefined);
    this.otherDay.set('');
    this.acted.emit({ choice, deed, note: this.note().trim(), stamp });
  }
}
