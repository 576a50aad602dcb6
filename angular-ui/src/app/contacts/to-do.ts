import { ChangeDetectionStrategy, Component, ElementRef, Injector, afterNextRender, inject, input, output, signal, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { map, of } from 'rxjs';
import { oneAtATime } from '../kit/busy';
import { StatusPill, type Tone } from '../kit/status-pill';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { AtPipe, When } from '../kit/when';
import { Zone } from '../kit/zone';
import { FollowUpsService } from '../proxy/engagement/follow-ups.service';
import { FollowUpState } from '../proxy/engagement/follow-up-state.enum';
import type { FollowUpDto } from '../proxy/engagement/models';
import { MeetingsService } from '../proxy/meetings/meetings.service';

const meetingTones: Record<string, Tone> = { Invited: 'info', Accepted: 'good', Tentative: 'warn', Declined: 'bad', Cancelled: 'neutral', Held: 'good' };

/** What is to do with this person, and when one meets them. */
@Component({
  selector: 'crm-to-do',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, LocalizationPipe, AtPipe, StatusPill, View, When],
  templateUrl: './to-do.html',
  styleUrl: './to-do.scss',
})
export class ToDo {
  readonly contactId = input.required<string>();
  readonly relationshipId = input<string>();
  readonly happened = input(0);
  readonly changed = output();
  private readonly followUps = inject(FollowUpsService);
  private readonly meetings = inject(MeetingsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly injector = inject(Injector);
  private readonly permissions = inject(PermissionService);
  private readonly zone = inject(Zone);
  private readonly once = oneAtATime();
  private readonly text = viewChild<ElementRef<HTMLInputElement>>('text');
  protected readonly busy = this.once.busy;
  protected readonly seesMeetings = this.permissions.getGrantedPolicy('PartnerCrm.Meetings.Meetings');
  protected readonly mayWrite = this.permissions.getGrantedPolicy('PartnerCrm.Engagement.FollowUps');
  protected readonly tones = meetingTones;
  protected readonly adding = signal(false);
  protected readonly form = new FormGroup({ text: new FormControl('', { nonNullable: true }), due: new FormControl('', { nonNullable: true }) });

  protected readonly tasks = rxResource({
    params: () => ({ id: this.relationshipId(), at: this.happened() }),
    stream: ({ params }) => (params.id && this.mayWrite
      ? this.followUps.getList({ relationshipId: params.id, state: FollowUpState.Open, skipCount: 0, maxResultCount: 20 }).pipe(map(page => page.items ?? []))
      : of([])),
  });
  protected readonly met = rxResource({
    params: () => ({ id: this.contactId(), at: this.happened() }),
    stream: ({ params }) => (this.seesMeetings ? this.meetings.getList({ contactId: params.id, skipCount: 0, maxResultCount: 5 }).pipe(map(page => page.items ?? [])) : of([])),
  });

  begin(): void {
    this.adding.set(true);
    afterNextRender({ write: () => this.text()?.nativeElement.focus() }, { injector: this.injector });
  }

  protected putAway(): void {
    this.adding.set(false);
    this.form.reset();
  }

  protected async add(): Promise<void> {
    const { text, due } = this.form.getRawValue();
    if (!text.trim() || !this.relationshipId()) return;
    const done = await this.once.run(() => this.followUps.create({ relationshipId: this.relationshipId()!, text: text.trim(), dueAt: due ? this.zone.morningOf(due) : null }));
    if (!done) return;
    this.toasts.done(this.texts.instant('::Contacts:TaskAdded'));
    this.putAway();
    this.changed.emit();
  }

  protected async answer(task: FollowUpDto, answer: string): Promise<void> {
    if (!(await this.once.run(() => this.followUps.done(task.id!, { answer })))) return;
    this.toasts.done(this.texts.instant('::Contacts:TaskDone'), async () => { await this.once.run(() => this.followUps.reopen(task.id!)); this.changed.emit(); });
    this.changed.emit();
  }
}
