import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { firstValueFrom, timer } from 'rxjs';
import { switchMap } from 'rxjs/operators';
import { ContactPicker, type PickedContact } from '../kit/contact-picker';
import { Failure } from '../kit/failure';
import { Own } from '../kit/own';
import { Skeleton } from '../kit/skeleton';
import { Toasts } from '../kit/toasts';
import { AtPipe } from '../kit/when';
import { EscalationsService, ForecastCase, ForecastEvent, PlaybookPreviewsService, RelationshipsService, type PlaybookPreviewDto, type PlaybookStep } from '../proxy/engagement';

const remembered = 'plans.contact';

interface Look {
  icon: string;
  side: 'us' | 'them' | 'wait' | 'end';
}

const looks: Record<ForecastEvent, Look> = {
  [ForecastEvent.SocialTouch]: { icon: 'chat-dots', side: 'us' },
  [ForecastEvent.TheyAnswerThere]: { icon: 'reply', side: 'them' },
  [ForecastEvent.AwaitAnswer]: { icon: 'hourglass-split', side: 'wait' },
  [ForecastEvent.AwaitSign]: { icon: 'hourglass-split', side: 'wait' },
  [ForecastEvent.Mail]: { icon: 'envelope', side: 'us' },
  [ForecastEvent.Reminder]: { icon: 'bell', side: 'us' },
  [ForecastEvent.TheyAreAway]: { icon: 'airplane', side: 'them' },
  [ForecastEvent.TheyAnswer]: { icon: 'reply', side: 'them' },
  [ForecastEvent.OfferPassedOver]: { icon: 'skip-end', side: 'wait' },
  [ForecastEvent.Offer]: { icon: 'calendar-plus', side: 'us' },
  [ForecastEvent.Meeting]: { icon: 'people', side: 'them' },
  [ForecastEvent.Rest]: { icon: 'moon', side: 'end' },
  [ForecastEvent.EndsAnswered]: { icon: 'check2', side: 'end' },
};

/** The plan as it would go with somebody real: with dates, in three cases, and what it costs. Starts it from there. */
@Component({
  selector: 'crm-plan-preview',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, ContactPicker, Failure, LocalizationPipe, Skeleton],
  templateUrl: './plan-preview.html',
  styleUrl: './plan-preview.scss',
})
export class PlanPreview {
  private readonly own = inject(Own);
  private readonly previews = inject(PlaybookPreviewsService);
  private readonly relationships = inject(RelationshipsService);
  private readonly escalations = inject(EscalationsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  readonly steps = input.required<readonly PlaybookStep[]>();
  readonly playbookId = input<string>();
  /** There are changes that no version has yet. */
  readonly unsaved = input(false);
  readonly started = output();

  protected readonly mayStart = inject(PermissionService).getGrantedPolicy('PartnerCrm.Engagement.Relationships.Escalate');
  protected readonly contact = linkedSignal<PickedContact | undefined>(() => this.own.read(remembered));
  protected readonly starting = signal(false);
  protected readonly case = signal(ForecastCase.Answers);

  protected readonly preview = rxResource({
    params: () => (this.contact() && this.steps().length ? { contactId: this.contact()!.id, steps: [...this.steps()] } : undefined),
    // While a number is typed nothing is asked.
    stream: ({ params }) => timer(250).pipe(switchMap(() => this.previews.preview(params, { skipHandleError: true }))),
  });
  protected readonly shown = linkedSignal<PlaybookPreviewDto | undefined, PlaybookPreviewDto | undefined>({
    source: () => (this.preview.hasValue() ? this.preview.value() : undefined),
    computation: (now, before) => (this.contact() ? (now ?? before?.value) : undefined),
  });
  protected readonly cases = computed(() => this.shown()?.cases ?? []);
  protected readonly current = computed(() => this.cases().find(each => each.case === this.case()) ?? this.cases()[0]);

  protected pick(contact: PickedContact | undefined): void {
    this.contact.set(contact);
    if (contact) this.own.keep(remembered, contact);
  }

  protected look(event: ForecastEvent): Look {
    return looks[event];
  }

  /** The same reason stands further up. */
  protected isSaid(index: number): boolean {
    const steps = this.current()!.steps;
    return steps.slice(0, index).some(each => each.wontBecause === steps[index].wontBecause);
  }

  protected byArrow(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const cases = this.cases();
    const at = cases.findIndex(each => each.case === this.current()?.case);
    this.case.set(cases[(at + by + cases.length) % cases.length].case!);
    (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')[(at + by + cases.length) % cases.length]?.focus();
  }

  protected async start(): Promise<void> {
    const { contactId, contactName, relationshipId } = this.shown()!;
    this.starting.set(true);
    try {
      const id = relationshipId ?? (await firstValueFrom(this.relationships.create({ contactId: contactId! }))).id!;
      await firstValueFrom(this.escalations.start(id, { playbookId: this.playbookId() }));
      this.toasts.done(this.texts.instant('::Plans:Started', contactName!));
      this.started.emit();
    } catch {
      // Said in a toast by the host's own sentence.
    } finally {
      this.starting.set(false);
      this.preview.reload();
    }
  }
}
