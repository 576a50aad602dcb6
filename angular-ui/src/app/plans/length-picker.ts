import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { isoOf, lengthOf, type LengthUnit } from './length';

const units: LengthUnit[] = ['minute', 'hour', 'day', 'week', 'month'];

/** A length of time within a sentence: a number, a unit. What is richer than that stays as the text it is. */
@Component({
  selector: 'crm-length-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    @if (length(); as length) {
      <input class="inline number" type="number" min="1" max="999" [value]="length.count" [attr.aria-label]="label()" [attr.aria-invalid]="!length.count" (input)="count($any($event.target).valueAsNumber)">
      <select class="inline" [attr.aria-label]="label() + ': ' + ('::Plans:Unit' | abpLocalization)" (change)="unit($any($event.target).value)">
        @for (each of shown(); track each) { <option [value]="each" [selected]="each === length.unit">{{ '::Plans:Unit:' + each + (length.count === 1 ? '' : 's') | abpLocalization }}</option> }
      </select>
    } @else {
      <input class="inline" type="text" maxlength="32" size="8" [value]="iso()" [attr.aria-label]="label()" (change)="iso.set($any($event.target).value)">
    }
  `,
  styleUrl: './inline.scss',
})
export class LengthPicker {
  readonly iso = model.required<string>();
  readonly label = input.required<string>();
  protected readonly length = computed(() => lengthOf(this.iso()));
  protected readonly shown = computed<LengthUnit[]>(() => (this.length()?.unit === 'second' ? ['second', ...units] : units));

  protected count(count: number): void {
    this.iso.set(isoOf({ ...this.length()!, count: Number.isFinite(count) ? Math.round(count) : 0 }));
  }

  protected unit(unit: LengthUnit): void {
    this.iso.set(isoOf({ ...this.length()!, unit }));
  }
}
