import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, viewChild } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import type { StepDto, StepsDto } from '../proxy/engagement/models';
import { Ask } from './ask';
import { StatusPill, type Tone } from './status-pill';
import { AtPipe } from './when';

const icons: Record<string, string> = { SocialTouch: 'chat-dots', AwaitAnswer: 'hourglass-split', SendMail: 'envelope', Reminder: 'bell', OfferMeeting: 'calendar-plus', Rest: 'moon' };
const tones: Record<string, Tone> = { Running: 'good', Queued: 'info', AwaitingOwner: 'warn', Paused: 'warn', Ended: 'neutral' };

/** Next steps as a picture: what happened, where it stands, what comes and when. On a phone the same as a list. */
@Component({
  selector: 'crm-steps-picture',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, Ask, StatusPill, AtPipe],
  templateUrl: './steps-picture.html',
  styleUrl: './steps-picture.scss',
})
export class StepsPicture {
  readonly of = input.required<StepsDto>();
  /** Whether to offer what changes its course; what is possible the host says. */
  readonly changeable = input(true);
  readonly mayOverride = input(true);
  readonly busy = input(false);
  readonly paused = output<string>();
  readonly resumed = output();
  readonly stopped = output<string>();
  readonly overridden = output<string>();

  protected readonly steps = computed(() => this.of().steps ?? []);
  protected readonly live = computed(() => this.of().state !== 'Ended');
  protected readonly tone = computed(() => tones[this.of().state ?? ''] ?? 'neutral');
  /** The step whose sentence is shown: the present one until another is chosen. */
  protected readonly chosen = linkedSignal(() => {
    const at = this.steps().findIndex(step => step.state === 'Current');
    return at >= 0 ? at : Math.max(0, this.steps().findIndex(step => step.state === 'ToCome'));
  });
  protected readonly told = computed<StepDto | undefined>(() => this.steps()[this.chosen()]);
  protected readonly asksPause = viewChild.required<Ask>('pause');
  protected readonly asksStop = viewChild.required<Ask>('stop');
  protected readonly asksOverride = viewChild.required<Ask>('override');

  protected icon(step: StepDto): string {
    return step.state === 'Done' ? 'check-lg' : step.state === 'Skipped' ? 'dash' : (icons[step.kind ?? ''] ?? 'circle');
  }
}
