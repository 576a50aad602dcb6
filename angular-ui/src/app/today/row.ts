import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { When } from '../kit/when';
import type { TodayItem } from '../proxy/engagement';
import { iconOf } from './choices';

/** One thing of the day: who, what, and since when it waits. */
@Component({
  selector: 'crm-today-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, When],
  template: `
    @let each = item();
    <button type="button" [attr.aria-current]="current()" [class.current]="current()" (click)="chosen.emit()">
      <i class="bi {{ icon(each.kind) }}" aria-hidden="true"></i>
      <span class="who"><b><bdi>{{ each.contactName }}</bdi></b>@if (each.organisationName) { <span class="soft"><bdi>{{ each.organisationName }}</bdi></span> }</span>
      <span class="due" [class.late]="each.isOverdue">
        @if (each.isOverdue) { <i class="bi bi-exclamation-circle" aria-hidden="true"></i><span class="visually-hidden">{{ '::Today:Overdue' | abpLocalization }}</span> }
        <crm-when [at]="each.dueAt" />
      </span>
      <span class="what">{{ each.preview || each.title }}</span>
    </button>
  `,
  styles: `
    :host { display: block; }
    button { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: 0 8px; width: 100%; min-height: 52px; padding: 6px 12px; border: 0; background: none; color: var(--crm-ink); text-align: left; }
    button:hover { background: var(--crm-hover); }
    button.current { background: var(--crm-accent-faint); box-shadow: inset 3px 0 var(--crm-accent); }
    button:focus-visible { outline-offset: -2px; }
    button > i { color: var(--crm-soft); line-height: 20px; }
    .who { display: flex; gap: 8px; min-width: 0; white-space: nowrap; }
    .who b { font-weight: 500; }
    .who span { overflow: hidden; text-overflow: ellipsis; }
    .due { display: inline-flex; align-items: center; gap: 4px; font-size: 12px; color: var(--crm-soft); }
    .due.late { color: var(--crm-bad); }
    .what { grid-column: 2 / -1; overflow: hidden; font-size: 13px; line-height: 18px; color: var(--crm-soft); white-space: nowrap; text-overflow: ellipsis; }
    .current .soft, .current .what, .current .due:not(.late) { color: var(--crm-ink-2); }
  `,
})
export class Row {
  readonly item = input.required<TodayItem>();
  readonly current = input(false);
  readonly chosen = output();
  protected readonly icon = iconOf;
}
