import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, input, linkedSignal, output, untracked, viewChild } from '@angular/core';
import { rxResource, takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { EMPTY, interval, map, of, switchMap, type Observable } from 'rxjs';
import { oneAtATime } from '../kit/busy';
import { StepsPicture } from '../kit/steps-picture';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { AtPipe } from '../kit/when';
import type { RelationshipOverview } from '../proxy/contracts/models';
import { CapacitiesService } from '../proxy/engagement/capacities.service';
import { EscalationsService } from '../proxy/engagement/escalations.service';
import { PlaybookPreviewsService } from '../proxy/engagement/playbook-previews.service';
import { PlaybooksService } from '../proxy/engagement/playbooks.service';
import { RelationshipsService } from '../proxy/engagement/relationships.service';
import { StepsService } from '../proxy/engagement/steps.service';
import type { StepsDto } from '../proxy/engagement/models';
import { Team } from '../kit/team';

const askedEveryMilliseconds = 4000;
const noPlan: StepsDto = { canPause: false, canResume: false, canStop: false, canOverride: false, steps: [] };

/** The plan with one person: its picture, what changes its course, and how it begins. */
@Component({
  selector: 'crm-next-steps',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, AtPipe, StepsPicture, View],
  templateUrl: './next-steps.html',
  styleUrl: './next-steps.scss',
})
export class NextSteps {
  readonly contactId = input.required<string>();
  readonly relationship = input<RelationshipOverview>();
  readonly happened = input(0);
  readonly changed = output();
  private readonly team = inject(Team);
  private readonly steps = inject(StepsService);
  private readonly escalations = inject(EscalationsService);
  private readonly relationships = inject(RelationshipsService);
  private readonly playbooks = inject(PlaybooksService);
  private readonly previews = inject(PlaybookPreviewsService);
  private readonly capacities = inject(CapacitiesService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly permissions = inject(PermissionService);
  private readonly once = oneAtATime();
  private seen?: { of?: string; as: string };
  private readonly dialog = viewChild<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly busy = this.once.busy;
  protected readonly mayEscalate = this.permissions.getGrantedPolicy('PartnerCrm.Engagement.Relationships.Escalate');
  protected readonly mayOverride = this.permissions.getGrantedPolicy('PartnerCrm.Engagement.Relationships.Override');

  protected readonly picture = rxResource({
    params: () => ({ id: this.relationship()?.id, at: this.happened() }),
    stream: ({ params }) => (params.id ? this.steps.get(params.id) : of(noPlan)),
  });
  protected readonly isLive = computed(() => {
    const state = this.picture.hasValue() ? this.picture.value()?.state : undefined;
    return !!state && state !== 'Ended';
  });
  readonly canStart = computed(() => this.mayEscalate && this.picture.hasValue() && !this.isLive() && this.relationship()?.stage !== 'Closed');

  protected readonly asking = linkedSignal(() => { this.contactId(); return false; });
  protected readonly plans = rxResource({ params: () => this.asking() || undefined, stream: () => this.playbooks.getList({ skipCount: 0, maxResultCount: 100 }).pipe(map(page => page.items ?? [])) });
  protected readonly planId = linkedSignal(() => (this.plans.hasValue() ? (this.plans.value()?.[0]?.id ?? '') : ''));
  protected readonly room = rxResource({ params: () => (this.asking() ? { owner: this.relationship()?.ownerId ?? this.team.me() } : undefined), stream: ({ params }) => this.capacities.get(params.owner!) });
  protected readonly preview = rxResource({
    params: () => (this.asking() && this.planId() ? { playbookId: this.planId(), contactId: this.contactId(), ownerId: this.relationship()?.ownerId } : undefined),
    stream: ({ params }) => this.previews.preview(params),
  });
  protected readonly silent = computed(() => (this.preview.hasValue() ? this.preview.value()?.cases?.find(each => each.case === 'Silent') : undefined));

  constructor() {
    // The plan goes on by itself: looked at again while it lives and somebody is looking.
    toObservable(this.isLive).pipe(switchMap(on => (on ? interval(askedEveryMilliseconds) : EMPTY)), takeUntilDestroyed()).subscribe(() => { if (!document.hidden && !this.picture.isLoading()) this.picture.reload(); });
    effect(() => {
      const now = this.picture.hasValue() ? this.picture.value() : undefined;
      const seen = `${now?.state} ${now?.steps.filter(step => step.state === 'Done').length} ${now?.standing}`;
      if (now && this.seen?.of === this.relationship()?.id && this.seen?.as !== seen) untracked(() => this.changed.emit());
      if (now) this.seen = { of: this.relationship()?.id, as: seen };
    });
    effect(() => { if (this.asking()) this.dialog()?.nativeElement.showModal(); });
  }

  ask(): void {
    this.asking.set(true);
  }

  protected putAway(): void {
    this.dialog()?.nativeElement.close();
    this.asking.set(false);
  }

  /** A contact nobody has begun with becomes the caller's relationship first. */
  protected start(): Promise<void> {
    const begun: Observable<string> = this.relationship()?.id ? of(this.relationship()!.id!) : this.relationships.create({ contactId: this.contactId() }).pipe(map(made => made.id!));
    const playbookId = this.planId();
    return this.change(() => begun.pipe(switchMap(id => this.escalations.start(id, { playbookId }))), '::Contacts:Started').then(() => this.putAway());
  }

  protected pause(reason: string): Promise<void> {
    return this.change(() => this.escalations.pause(this.relationship()!.id!, { reason }), '::Contacts:Paused', () => this.resume());
  }

  protected resume(): Promise<void> {
    return this.change(() => this.escalations.resume(this.relationship()!.id!), '::Contacts:Resumed');
  }

  protected stop(reason: string): Promise<void> {
    return this.change(() => this.escalations.stop(this.relationship()!.id!, { reason }), '::Contacts:Stopped');
  }

  protected override(reason: string): Promise<void> {
    return this.change(() => this.escalations.override(this.relationship()!.id!, { reason }), '::Contacts:Overridden');
  }

  private async change(what: () => Observable<unknown>, said: string, undo?: () => Promise<void>): Promise<void> {
    if (!(await this.once.run(what))) return;
    this.toasts.done(this.texts.instant(said), undo);
    this.changed.emit();
  }
}
