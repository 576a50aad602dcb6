import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe } from '@abp/ng.core';
import { EmptyState } from '../kit/empty-state';
import { Failure } from '../kit/failure';
import { PageHeader } from '../kit/page-header';
import { Skeleton } from '../kit/skeleton';
import { instantOf } from '../kit/time';
import { AtPipe } from '../kit/when';
import { Zone } from '../kit/zone';
import { MeetingsService, type AgendaMeetingDto } from '../proxy/meetings';
import { addDays, byDay, dayIn, startOf } from '../kit/days';
import { MeetingDialog } from './meeting-dialog';
import { MeetingRow } from './meeting-row';
import { MeetingTabs } from './meeting-tabs';
import { OfferButton } from './offer-button';

const daysBack = 21;
const daysAhead = 40;

/** What took place and waits for its outcome; then what comes, day by day. */
@Component({
  selector: 'crm-agenda',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, EmptyState, Failure, LocalizationPipe, MeetingDialog, MeetingRow, MeetingTabs, OfferButton, PageHeader, Skeleton],
  template: `
    <crm-page-header [heading]="'::Menu:Meetings' | abpLocalization">
      <label class="form-check form-switch"><input type="checkbox" role="switch" class="form-check-input" [checked]="mine()" (change)="mine.set($any($event.target).checked)"><span>{{ '::Meetings:Mine' | abpLocalization }}</span></label>
      <crm-offer-button (offered)="agenda.reload()" />
    </crm-page-header>
    <crm-meeting-tabs />
    @if (agenda.error()) { <crm-failure [error]="agenda.error()" (retry)="agenda.reload()" /> }
    @else if (!agenda.hasValue()) { <crm-skeleton [rows]="6" /> }
    @else {
      @if (overdue().length) {
        <section class="overdue" aria-labelledby="crm-outcomes">
          <h2 id="crm-outcomes">{{ '::Meetings:Outcomes' | abpLocalization }}</h2>
          <p class="soft">{{ '::Meetings:OutcomesLead' | abpLocalization }}</p>
          <ul class="card-plain">@for (each of overdue(); track each.meeting!.id) { <li><crm-meeting-row [entry]="each" [dated]="true" (outcome)="ask('outcome', each)" (move)="ask('move', each)" (called)="ask('cancel', each)" /></li> }</ul>
        </section>
      }
      @for (day of days(); track day.day) {
        <section>
          <h2 [class.today]="day.day === today()">{{ day.start | crmAt: 'day' }} @if (day.day === today()) { <span>{{ '::Meetings:Today' | abpLocalization }}</span> }</h2>
          <ul class="card-plain">@for (each of day.all; track each.meeting!.id) { <li><crm-meeting-row [entry]="each" (outcome)="ask('outcome', each)" (move)="ask('move', each)" (called)="ask('cancel', each)" /></li> }</ul>
        </section>
      } @empty { <crm-empty-state icon="calendar3" [heading]="'::Meetings:Empty' | abpLocalization" [text]="'::Meetings:EmptyText' | abpLocalization" /> }
    }
    <crm-meeting-dialog (done)="agenda.reload()" />
  `,
  styles: `
    section { max-width: 920px; margin-bottom: 20px; }
    h2 { display: flex; gap: 8px; align-items: center; margin: 0 0 8px; font-size: 14px; line-height: 20px; }
    h2.today { color: var(--crm-accent-text); }
    h2 span { padding: 0 8px; border-radius: 10px; background: var(--crm-accent-faint); font-size: 12px; line-height: 20px; font-weight: 500; }
    .form-switch { display: flex; gap: 8px; align-items: center; min-height: 32px; margin: 0 8px 0 0; padding: 0; }
    .form-switch input { float: none; margin: 0; }
    .overdue { padding-left: 12px; border-left: 3px solid var(--crm-warn); }
    p { margin: 0 0 8px; }
    ul { margin: 0; padding: 0; list-style: none; }
    li + li { border-top: 1px solid var(--crm-line); }
  `,
})
export class Agenda {
  private readonly meetings = inject(MeetingsService);
  private readonly here = inject(Zone);
  private readonly dialog = viewChild.required(MeetingDialog);
  protected readonly mine = signal(true);
  protected readonly today = computed(() => dayIn(new Date(), this.here.zone()));
  protected readonly agenda = rxResource({
    params: () => ({
      from: startOf(addDays(this.today(), -daysBack), this.here.zone()).toISOString(), until: startOf(addDays(this.today(), daysAhead), this.here.zone()).toISOString(), mine: this.mine(),
    }),
    stream: ({ params }) => this.meetings.getAgenda(params, { skipHandleError: true }),
  });
  private readonly all = computed(() => (this.agenda.hasValue() ? (this.agenda.value().meetings ?? []) : []));
  protected readonly overdue = computed(() => this.all().filter(each => each.needsOutcome));
  protected readonly days = computed(() => {
    const zone = this.here.zone();
    const coming = this.all().filter(each => !each.needsOutcome && dayIn(instantOf(each.meeting!.start!), zone) >= this.today());
    return byDay(coming, each => instantOf(each.meeting!.start!), zone).map(day => ({ ...day, start: startOf(day.day, zone) }));
  });

  protected ask(what: 'outcome' | 'move' | 'cancel', entry: AgendaMeetingDto): void {
    this.dialog().ask(what, entry);
  }
}
