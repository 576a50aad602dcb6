import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { StatusPill } from '../kit/status-pill';
import { instantOf } from '../kit/time';
import { AtPipe } from '../kit/when';
import { MeetingState, type AgendaMeetingDto } from '../proxy/meetings';
import { meetingTones } from './meeting-states';

@Component({
  selector: 'crm-meeting-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, LocalizationPipe, RouterLink, StatusPill],
  template: `
    <time [attr.datetime]="meeting().start">@if (dated()) { {{ meeting().start | crmAt: 'day' }}<br> }{{ meeting().start | crmAt: 'time' }} – {{ meeting().end | crmAt: 'time' }}</time>
    <div class="what">
      <p><a [routerLink]="['/contacts', meeting().contactId]">{{ entry().contactName }}</a> @if (entry().organisationName) { <span class="soft">{{ entry().organisationName }}</span> }</p>
      <p class="soft"><a [routerLink]="['/meetings', meeting().id]">{{ meeting().subject }}</a>@if (meeting().location) { · {{ meeting().location }} }@if (entry().organiserName) { · {{ entry().organiserName }} }</p>
      @if (meeting().outcome) { <p>{{ meeting().outcome }}</p> }
    </div>
    <crm-pill [tone]="tone()">{{ '::Meetings:State:' + meeting().state | abpLocalization }}</crm-pill>
    @if (mayEdit && isOpen()) {
      <div class="do">
        @if (hasBegun()) {
          <button type="button" class="btn btn-outline btn-sm" (click)="outcome.emit()">{{ '::Meetings:Outcome' | abpLocalization }}</button>
        } @else {
          <button type="button" class="btn btn-quiet btn-sm" (click)="move.emit()">{{ '::Meetings:Move' | abpLocalization }}</button>
        }
        <button type="button" class="btn btn-quiet btn-sm" (click)="called.emit()" [attr.aria-label]="'::Meetings:Cancel' | abpLocalization"><i class="bi bi-x-lg" aria-hidden="true"></i></button>
      </div>
    }
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; padding: 10px 16px; }
    time { width: 104px; font-size: 13px; line-height: 18px; font-weight: 500; }
    .what { flex: 1 1 240px; min-width: 0; }
    p { margin: 0; overflow-wrap: anywhere; }
    p + p { font-size: 13px; line-height: 18px; }
    a { color: var(--crm-ink); font-weight: 500; text-decoration: none; }
    a:hover { text-decoration: underline; text-underline-offset: 2px; }
    .do { display: flex; gap: 4px; }
  `,
})
export class MeetingRow {
  readonly entry = input.required<AgendaMeetingDto>();
  /** With its day: outside the day's own list. */
  readonly dated = input(false);
  readonly outcome = output();
  readonly move = output();
  readonly called = output();
  protected readonly mayEdit = inject(PermissionService).getGrantedPolicy('PartnerCrm.Meetings.Meetings.Edit');
  protected readonly meeting = computed(() => this.entry().meeting!);
  protected readonly tone = computed(() => meetingTones[this.meeting().state!]);
  protected readonly isOpen = computed(() => this.meeting().state !== MeetingState.Cancelled && this.meeting().state !== MeetingState.Held);
  protected readonly hasBegun = computed(() => instantOf(this.meeting().start!) <= new Date());
}
