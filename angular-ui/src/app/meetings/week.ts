import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, viewChild } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { commandsWhileHere } from '../commands/command-registry';
import { EmptyState } from '../kit/empty-state';
import { Failure } from '../kit/failure';
import { PageHeader } from '../kit/page-header';
import { instantOf } from '../kit/time';
import { AtPipe } from '../kit/when';
import { listWidth, wide } from '../kit/wide';
import { Zone } from '../kit/zone';
import { MeetingsService, type AgendaDto, type AgendaMeetingDto } from '../proxy/meetings';
import { addDays, dayIn, minutesIn, mondayOf, startOf } from '../kit/days';
import { MeetingDialog } from './meeting-dialog';
import { MeetingTabs } from './meeting-tabs';

const firstHour = 7;
const lastHour = 20;
const pixelsPerHour = 44;

interface Block {
  id: string;
  top: number;
  height: number;
  start: string;
  name: string;
  isOffer: boolean;
  state?: string;
  entry?: AgendaMeetingDto;
}

/** Seven days with what is on and what is offered; on a phone the days follow each other. */
@Component({
  selector: 'crm-week',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, EmptyState, Failure, LocalizationPipe, MeetingDialog, MeetingTabs, PageHeader],
  templateUrl: './week.html',
  styleUrl: './week.scss',
})
export class Week {
  private readonly meetings = inject(MeetingsService);
  private readonly here = inject(Zone);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly dialog = viewChild.required(MeetingDialog);
  protected readonly today = computed(() => dayIn(new Date(), this.here.zone()));
  protected readonly monday = computed(() => mondayOf(/^\d{4}-\d\d-\d\d$/.test(this.address().get('from') ?? '') ? this.address().get('from')! : this.today()));
  protected readonly sunday = computed(() => startOf(addDays(this.monday(), 6), this.here.zone()));
  protected readonly hours = Array.from({ length: lastHour - firstHour }, (_, at) => firstHour + at);
  protected readonly zone = this.here.zone;
  protected readonly agenda = rxResource({
    params: () => ({ from: startOf(this.monday(), this.here.zone()).toISOString(), until: startOf(addDays(this.monday(), 7), this.here.zone()).toISOString(), mine: true }),
    stream: ({ params }) => this.meetings.getAgenda(params, { skipHandleError: true }),
  });
  private readonly shown = linkedSignal<AgendaDto | undefined, AgendaDto>({ source: () => (this.agenda.hasValue() ? this.agenda.value() : undefined), computation: (now, before) => now ?? before?.value ?? { meetings: [], offers: [] } });
  protected readonly days = computed(() => Array.from({ length: 7 }, (_, at) => {
    const day = addDays(this.monday(), at);
    return { day, start: startOf(day, this.here.zone()), blocks: this.blocks().filter(block => dayIn(instantOf(block.start), this.here.zone()) === day) };
  }));
  protected readonly wide = wide(listWidth);
  protected readonly isEmpty = computed(() => this.agenda.hasValue() && !this.blocks().length);
  private readonly blocks = computed<Block[]>(() => [
    ...this.shown().offers.flatMap(each => [each.offer!.firstTime!, each.offer!.secondTime!, each.offer!.thirdTime!].map((start, at): Block =>
      ({ id: `${each.offer!.id} ${at}`, ...this.place(start, 30), start, name: each.contactName ?? '', isOffer: true }))),
    ...this.shown().meetings.map((each): Block => ({
      id: each.meeting!.id!, ...this.place(each.meeting!.start!, (instantOf(each.meeting!.end!).getTime() - instantOf(each.meeting!.start!).getTime()) / 60_000),
      start: each.meeting!.start!, name: each.contactName ?? '', isOffer: false, state: each.meeting!.state, entry: each,
    })),
  ].sort((one, other) => one.start.localeCompare(other.start)));

  constructor() {
    commandsWhileHere([
      { id: 'week.previous', title: '::Meetings:PreviousWeek', group: 'here', icon: 'chevron-left', shortcut: 'k', run: () => this.turn(-7) },
      { id: 'week.next', title: '::Meetings:NextWeek', group: 'here', icon: 'chevron-right', shortcut: 'j', run: () => this.turn(7) },
    ]);
  }

  protected turn(days: number): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { from: days ? addDays(this.monday(), days) : null } });
  }

  protected open(block: Block): void {
    if (!block.entry) return;
    const isOver = instantOf(block.start) <= new Date();
    if (block.state === 'Held') void this.router.navigate(['/meetings', block.id]);
    else this.dialog().ask(isOver ? 'outcome' : 'move', block.entry);
  }

  private place(start: string, minutes: number): { top: number; height: number } {
    const from = minutesIn(instantOf(start), this.here.zone()) - firstHour * 60;
    const most = (lastHour - firstHour) * 60;
    const top = Math.max(0, Math.min(most - 30, from));
    return { top: (top / 60) * pixelsPerHour, height: Math.max(24, (Math.min(minutes, most - top) / 60) * pixelsPerHour - 2) };
  }
}
