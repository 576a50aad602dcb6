import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { NumberPipe } from './when';

export interface Chip {
  key: string;
  text: string;
  count?: number;
  icon?: string;
}

/** Filters side by side; those on are pressed. */
@Component({
  selector: 'crm-chips',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NumberPipe],
  template: `
    <div role="group" [attr.aria-label]="label()">
      @for (chip of chips(); track chip.key) {
        <button type="button" [attr.aria-pressed]="on().includes(chip.key)" (click)="toggle.emit(chip.key)">
          @if (chip.icon; as icon) { <i class="bi bi-{{ icon }}" aria-hidden="true"></i> }{{ chip.text }}
          @if (chip.count !== undefined) { <span class="count">{{ chip.count | crmNumber }}</span> }
        </button>
      }
    </div>
  `,
  styles: `
    div { display: flex; flex-wrap: wrap; gap: 6px; }
    button { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; padding: 0 10px; border: 1px solid var(--crm-line-strong); border-radius: 14px; background: var(--crm-paper); color: var(--crm-ink-2); font-size: 13px; line-height: 18px; }
    button:hover { background: var(--crm-hover); }
    button[aria-pressed=true] { border-color: var(--crm-accent); background: var(--crm-accent-faint); color: var(--crm-accent-strong); font-weight: 500; }
    .count { color: var(--crm-soft); font-variant-numeric: tabular-nums; }
    [aria-pressed=true] .count { color: inherit; }
    @media (pointer: coarse) { button { min-height: 36px; } }
  `,
})
export class Chips {
  readonly label = input.required<string>();
  readonly chips = input.required<readonly Chip[]>();
  readonly on = input.required<readonly string[]>();
  readonly toggle = output<string>();
}
