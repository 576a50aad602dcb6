import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { StepKind } from '../proxy/engagement';
import { LengthPicker } from './length-picker';
import { capitalised, partsOf } from './sentence-parts';
import type { Card } from './steps';

const looks: Record<StepKind, { icon: string }> = {
  [StepKind.SocialTouch]: { icon: 'chat-dots' },
  [StepKind.AwaitAnswer]: { icon: 'hourglass-split' },
  [StepKind.SendMail]: { icon: 'envelope' },
  [StepKind.Reminder]: { icon: 'bell' },
  [StepKind.OfferMeeting]: { icon: 'calendar-plus' },
  [StepKind.Rest]: { icon: 'moon' },
};

export function iconOf(kind: StepKind): string {
  return looks[kind].icon;
}

/** One sentence of a plan, its pickers in their places. What is wrong with it stands below it. */
@Component({
  selector: 'crm-step-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, LengthPicker],
  templateUrl: './step-card.html',
  styleUrls: ['./inline.scss', './step-card.scss'],
})
export class StepCard {
  private readonly texts = inject(LocalizationService);
  readonly card = model.required<Card>();
  readonly number = input.required<number>();
  /** Names of templates that a mail can be made of. */
  readonly templates = input<readonly string[]>([]);
  readonly problems = input<readonly string[]>([]);
  readonly readonly = input(false);

  protected readonly kinds = StepKind;
  protected readonly problemsId = computed(() => `crm-step-problems-${this.card().id}`);
  protected readonly waits = computed(() => this.card().kind !== StepKind.AwaitAnswer);
  protected readonly before = computed(() => (this.waits() && this.card().wait ? partsOf(this.texts.instant('::Plans:Then')) : []));
  protected readonly parts = computed(() => {
    const parts = partsOf(this.texts.instant(`::Plans:Step:${this.card().kind}`));
    const [first] = parts;
    // The first word of the sentence, where no wait stands before it.
    if (first && 'words' in first && !this.before().length) return [{ words: capitalised(first.words) }, ...parts.slice(1)];
    return parts;
  });
  protected readonly choices = computed(() => {
    const now = this.card().template;
    return now && !this.templates().includes(now) ? [now, ...this.templates()] : this.templates();
  });

  protected change(given: Partial<Card>): void {
    this.card.set({ ...this.card(), ...given });
  }

  protected icon(): string {
    return iconOf(this.card().kind);
  }
}
