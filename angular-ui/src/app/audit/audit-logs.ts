import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { Cell, DataList } from '../kit/data-list';
import { isDay } from '../kit/days';
import { EmptyState } from '../kit/empty-state';
import type { Column, ListQuery } from '../kit/list-query';
import { PageHeader } from '../kit/page-header';
import { StatusPill } from '../kit/status-pill';
import { Team } from '../kit/team';
import { AtPipe } from '../kit/when';
import { listWidth, wide } from '../kit/wide';
import { Zone } from '../kit/zone';
import { AuditLogsService } from '../proxy/host/audit-logs.service';
import type { AuditLogRow } from '../proxy/host/models';

/** Who asked the host for what, the latest first. */
@Component({
  selector: 'crm-audit-logs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, LocalizationPipe, AtPipe, Cell, DataList, EmptyState, PageHeader, StatusPill],
  template: `
    <crm-page-header [heading]="'::Menu:Audit' | abpLocalization" [count]="total()" [lead]="'::Audit:Lead' | abpLocalization" />
    <crm-data-list [label]="'::Menu:Audit' | abpLocalization" [columns]="columns" [load]="load()" [link]="link">
      <ng-container filters>
        <select class="form-select" [attr.aria-label]="'::Audit:Who' | abpLocalization" (change)="filterBy('who', $any($event.target).value)">
          <option value="">{{ '::Audit:Anybody' | abpLocalization }}</option>
          @for (each of team.all(); track each.id) { <option [value]="each.id" [selected]="each.id === who()">{{ each.name }}</option> }
        </select>
        <select class="form-select" [attr.aria-label]="'::Audit:Outcome' | abpLocalization" (change)="filterBy('outcome', $any($event.target).value)">
          <option value="">{{ '::Audit:AnyOutcome' | abpLocalization }}</option>
          @for (each of outcomes; track each) { <option [value]="each" [selected]="each === outcomeChosen()">{{ '::Audit:Outcome:' + each | abpLocalization }}</option> }
        </select>
        @for (each of ends; track each) {
          <label><span>{{ '::Audit:' + each | abpLocalization }}</span><input #day type="date" class="form-control" min="2000-01-01" max="2099-12-31" [value]="dayOf(each)" (change)="day.validity.valid && filterBy(each, day.value)"></label>
        }
      </ng-container>
      <ng-template crmCell="at" let-row>{{ row.at | crmAt: 'full' }}</ng-template>
      <ng-template crmCell="what" let-row>
        <b>{{ row.httpMethod }}</b>&ngsp;<span class="url">{{ row.url }}</span>
        @if (!wide()) { <div class="beneath"><ng-container [ngTemplateOutlet]="outcome" [ngTemplateOutletContext]="{ $implicit: row }" /> {{ whoOf(row) }}</div> }
      </ng-template>
      <ng-template #outcome crmCell="outcome" let-row><crm-pill [tone]="row.hasFailed ? 'bad' : 'good'">{{ (row.hasFailed ? '::Audit:Outcome:Failed' : '::Audit:Outcome:Done') | abpLocalization }} {{ row.status }}</crm-pill></ng-template>
      <crm-empty-state empty icon="journal-text" [heading]="'::Audit:None' | abpLocalization" [text]="'::Audit:NoneText' | abpLocalization" />
    </crm-data-list>
  `,
  styles: `
    .form-select, .form-control { width: auto; }
    label { display: flex; align-items: center; gap: 6px; color: var(--crm-soft); font-size: 13px; }
    .url { overflow-wrap: anywhere; }
    .beneath { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin: 4px 0; color: var(--crm-soft); }
  `,
})
export class AuditLogs {
  private readonly logs = inject(AuditLogsService);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly list = viewChild(DataList);
  private readonly here = inject(Zone);
  protected readonly team = inject(Team);
  protected readonly wide = wide(listWidth);
  protected readonly outcomes = ['Done', 'Failed'];
  protected readonly ends = ['from', 'until'] as const;
  protected readonly columns: Column<AuditLogRow>[] = [
    { key: 'at', title: '::Audit:At', width: '240px' },
    { key: 'who', title: '::Audit:Who', text: row => this.whoOf(row), width: '160px', wideOnly: true },
    { key: 'what', title: '::Audit:What' },
    { key: 'outcome', title: '::Audit:Outcome', width: '140px', wideOnly: true },
    { key: 'took', title: '::Audit:Milliseconds', text: row => row.milliseconds, width: '80px', end: true, wideOnly: true },
  ];
  protected readonly who = computed(() => this.address().get('who') ?? undefined);
  protected readonly outcomeChosen = computed(() => this.address().get('outcome') ?? undefined);
  protected readonly load = computed(() => {
    const userId = this.who();
    const hasFailed = this.outcomeChosen() ? this.outcomeChosen() === 'Failed' : undefined;
    // Whole days where the person is, the last one included.
    const from = this.dayOf('from') ? this.here.beginOf(this.dayOf('from')) : undefined;
    const until = this.dayOf('until') ? this.here.beginOf(this.dayOf('until'), 1) : undefined;
    return ({ filter, skipCount, maxResultCount }: ListQuery) => this.logs.getList({ url: filter, userId, hasFailed, from, until, skipCount, maxResultCount });
  });
  protected readonly link = (row: AuditLogRow) => ['/audit', row.id];
  protected readonly total = computed(() => this.list()?.count());

  protected whoOf(row: AuditLogRow): string {
    return row.userName ?? row.clientId ?? '–';
  }

  protected dayOf(end: (typeof this.ends)[number]): string {
    const day = this.address().get(end) ?? '';
    return isDay(day) ? day : '';
  }

  protected filterBy(name: string, value: string): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { [name]: value || null, page: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
