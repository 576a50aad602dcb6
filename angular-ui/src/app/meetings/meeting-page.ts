import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { PageHeader } from '../kit/page-header';
import { StatusPill, type Tone } from '../kit/status-pill';
import { instantOf } from '../kit/time';
import { View } from '../kit/view';
import { AtPipe } from '../kit/when';
import { MeetingState, MeetingsService } from '../proxy/meetings';
import { MeetingDialog, type Ask } from './meeting-dialog';
import { meetingTones } from './meeting-states';

/** One meeting: with whom, when, and what came of it or what can still be done. */
@Component({
  selector: 'crm-meeting-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, LocalizationPipe, MeetingDialog, PageHeader, RouterLink, StatusPill, View],
  template: `
    <nav class="back" [attr.aria-label]="'::Meetings:Back' | abpLocalization"><a routerLink="/meetings"><i class="bi bi-arrow-left" aria-hidden="true"></i>{{ '::Meetings:Back' | abpLocalization }}</a></nav>
    <crm-view [of]="meeting" [rows]="5">
      <ng-template let-it>
        <crm-page-header [heading]="'::Meetings:OutcomeOf' | abpLocalization: it.contactName">
          <crm-pill beside [tone]="tones[it.meeting.state]">{{ '::Meetings:State:' + it.meeting.state | abpLocalization }}</crm-pill>
          @if (canTell()) { <button type="button" class="btn btn-primary" (click)="ask('outcome')"><i class="bi bi-journal-check" aria-hidden="true"></i>{{ '::Meetings:Outcome' | abpLocalization }}</button> }
          @if (isAhead()) { <button type="button" class="btn btn-outline" (click)="ask('move')"><i class="bi bi-calendar-event" aria-hidden="true"></i>{{ '::Meetings:Move' | abpLocalization }}</button> }
          @if (isOpen()) { <button type="button" class="btn btn-outline" (click)="ask('cancel')"><i class="bi bi-x-lg" aria-hidden="true"></i>{{ '::Meetings:Cancel' | abpLocalization }}</button> }
        </crm-page-header>
        <dl class="card-plain">
          <div><dt>{{ '::Meetings:When' | abpLocalization }}</dt><dd>{{ it.meeting.start | crmAt: 'full' }} – {{ it.meeting.end | crmAt: 'time' }}</dd></div>
          <div><dt>{{ '::Meetings:Contact' | abpLocalization }}</dt><dd><a [routerLink]="['/contacts', it.meeting.contactId]">{{ it.contactName }}</a>@if (it.organisationName) {, {{ it.organisationName }} }</dd></div>
          <div><dt>{{ '::Meetings:Organiser' | abpLocalization }}</dt><dd>{{ it.organiserName || '–' }}</dd></div>
          <div><dt>{{ '::Meetings:Where' | abpLocalization }}</dt><dd [class.soft]="!it.meeting.location">{{ it.meeting.location || ('::Meetings:WhereOpen' | abpLocalization) }}</dd></div>
          @if (it.meeting.outcome) { <div><dt>{{ '::Meetings:WhatCame' | abpLocalization }}</dt><dd dir="auto">{{ it.meeting.outcome }}</dd></div> }
        </dl>
      </ng-template>
    </crm-view>
    <crm-meeting-dialog (done)="meeting.reload()" />
  `,
  styles: `
    dl { display: grid; gap: 8px; max-width: 640px; margin: 0; padding: 16px; }
    dl div { display: grid; grid-template-columns: 120px minmax(0, 1fr); gap: 12px; }
    dt { font-weight: 400; color: var(--crm-soft); }
    dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
  `,
})
export class MeetingPage {
  private readonly meetings = inject(MeetingsService);
  private readonly dialog = viewChild.required(MeetingDialog);
  private readonly mayEdit = inject(PermissionService).getGrantedPolicy('PartnerCrm.Meetings.Meetings.Edit');
  protected readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map(params => params.get('id')!)), { requireSync: true });
  protected readonly meeting = rxResource({ params: () => this.id(), stream: ({ params }) => this.meetings.getNamed(params) });
  private readonly seen = computed(() => (this.meeting.hasValue() ? this.meeting.value() : undefined));
  protected readonly tones: Record<string, Tone> = meetingTones;
  protected readonly isOpen = computed(() => {
    const state = this.seen()?.meeting.state;
    return this.mayEdit && !!state && state !== MeetingState.Cancelled && state !== MeetingState.Held;
  });
  private readonly hasBegun = computed(() => !!this.seen() && instantOf(this.seen()!.meeting.start) <= new Date());
  protected readonly canTell = computed(() => this.isOpen() && this.hasBegun());
  protected readonly isAhead = computed(() => this.isOpen() && !this.hasBegun());

  constructor() {
    commandsWhileHere([
      { id: 'meeting.outcome', title: '::Meetings:Outcome', group: 'here', icon: 'journal-check', shortcut: 'o', visible: () => this.canTell(), run: () => this.ask('outcome') },
      { id: 'meeting.move', title: '::Meetings:Move', group: 'here', icon: 'calendar-event', shortcut: 'm', visible: () => this.isAhead(), run: () => this.ask('move') },
      { id: 'meeting.cancel', title: '::Meetings:Cancel', group: 'here', icon: 'x-lg', visible: () => this.isOpen(), run: () => this.ask('cancel') },
    ]);
  }

  protected ask(what: Ask): void {
    this.dialog().ask(what, this.seen()!);
  }
}
