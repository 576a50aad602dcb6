import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import type { FilterBar } from './filter-bar';

/** Where nothing is left: each filter that is on, to be taken away. */
@Component({
  selector: 'crm-without-filters',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `@for (chip of of()?.chips(); track chip.key) { <button type="button" class="btn btn-outline" (click)="of()!.set(chip.key, null)">{{ '::List:FilterAway' | abpLocalization: (chip.title | abpLocalization) : chip.text }}</button> }`,
  styles: `:host { display: contents; }`,
})
export class WithoutFilters {
  readonly of = input<FilterBar>();
}
