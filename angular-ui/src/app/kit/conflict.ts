import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';

export interface Difference {
  /** A localization key. */
  field: string;
  theirs: string;
  mine: string;
}

/** Two people changed the same thing: what differs stands side by side, and one chooses. Nothing was overwritten. */
@Component({
  selector: 'crm-conflict',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <h2><i class="bi bi-people" aria-hidden="true"></i>{{ '::Conflict:Title' | abpLocalization }}</h2>
    <p>{{ (different().length ? '::Conflict:Text' : '::Conflict:Same') | abpLocalization }}</p>
    @if (different().length) {
      <div class="scroll">
        <table>
          <thead><tr><th scope="col"><span class="visually-hidden">{{ '::Conflict:Field' | abpLocalization }}</span></th><th scope="col">{{ '::Conflict:Theirs' | abpLocalization }}</th><th scope="col">{{ '::Conflict:Ours' | abpLocalization }}</th></tr></thead>
          <tbody>
            @for (each of different(); track each.field) {
              <tr><th scope="row">{{ each.field | abpLocalization }}</th><td><div dir="auto">{{ each.theirs || '–' }}</div></td><td><div dir="auto">{{ each.mine || '–' }}</div></td></tr>
            }
          </tbody>
        </table>
      </div>
    }
    <div class="do">
      <button type="button" class="btn btn-outline btn-sm" (click)="theirsChosen.emit()">{{ '::Conflict:TakeTheirs' | abpLocalization }}</button>
      <button type="button" class="btn btn-outline btn-sm" (click)="mineChosen.emit()">{{ '::Conflict:KeepOurs' | abpLocalization }}</button>
    </div>
  `,
  host: { role: 'alert' },
  styles: `
    :host { display: grid; gap: 8px; margin-bottom: 12px; padding: 12px 16px; border: 1px solid var(--crm-line); border-left: 3px solid var(--crm-warn); border-radius: 6px; background: var(--crm-paper); }
    h2 { display: flex; align-items: center; gap: 8px; margin: 0; font-size: 14px; line-height: 20px; font-weight: 600; }
    h2 i { color: var(--crm-warn); font-size: 16px; }
    p { margin: 0; color: var(--crm-soft); }
    .scroll { overflow-x: auto; }
    table { width: 100%; min-width: 420px; table-layout: fixed; border-collapse: collapse; font-size: 13px; line-height: 18px; }
    th { padding: 4px 12px 4px 0; font-weight: 500; color: var(--crm-soft); text-align: left; vertical-align: top; }
    thead th:first-child { width: 96px; }
    td { padding: 4px 12px 4px 0; border-top: 1px solid var(--crm-line); vertical-align: top; }
    tbody th { border-top: 1px solid var(--crm-line); }
    td div { max-height: 162px; overflow: auto; overflow-wrap: anywhere; white-space: pre-wrap; }
    .do { display: flex; flex-wrap: wrap; gap: 8px; }
  `,
})
export class Conflict {
  readonly of = input.required<readonly Difference[]>();
  readonly theirsChosen = output();
  readonly mineChosen = output();
  protected readonly different = computed(() => this.of().filter(each => each.theirs.trim() !== each.mine.trim()));
}
