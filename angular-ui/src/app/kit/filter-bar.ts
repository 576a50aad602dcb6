import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { CdkMenu, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { LocalizationPipe } from '@abp/ng.core';
import { commandsWhileHere } from '../commands/command-registry';
import type { Filter } from './filter';

/** A list's filters: the filters that are on, as chips to take away, and a menu to add another. What is on is in the address, so that views keep it. */
@Component({
  selector: 'crm-filter-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger, LocalizationPipe],
  template: `
    @for (chip of chips(); track chip.key) {
      <button type="button" class="chip" (click)="set(chip.key, null)"><span>{{ chip.title | abpLocalization }}: <b>{{ chip.text }}</b></span><i class="bi bi-x" aria-hidden="true"></i><span class="visually-hidden">{{ '::List:RemoveFilter' | abpLocalization }}</span></button>
    }
    <button type="button" class="btn btn-quiet btn-sm" [cdkMenuTriggerFor]="menu"><i class="bi bi-funnel" aria-hidden="true"></i>{{ '::List:AddFilter' | abpLocalization }}</button>
    @if (chips().length > 1) { <button type="button" class="btn btn-quiet btn-sm" (click)="clear()">{{ '::Pipeline:ClearFilters' | abpLocalization }}</button> }
    <ng-template #menu>
      <div cdkMenu class="menu">
        @for (filter of choosable(); track filter.key) {
          <button cdkMenuItem type="button" [cdkMenuTriggerFor]="values"><span>{{ filter.title | abpLocalization }}</span><i class="bi bi-chevron-right" aria-hidden="true"></i></button>
          <ng-template #values>
            <div cdkMenu class="menu">
              @for (value of filter.values; track value) {
                <button cdkMenuItemRadio type="button" [cdkMenuItemChecked]="address().get(filter.key) === value" (cdkMenuItemTriggered)="set(filter.key, value)"><i class="bi bi-{{ address().get(filter.key) === value ? 'check2' : 'dot' }}" aria-hidden="true"></i><span>{{ filter.textOf(value) }}</span></button>
              }
            </div>
          </ng-template>
        }
      </div>
    </ng-template>
  `,
  styles: `
    :host { display: contents; }
    .chip { display: inline-flex; align-items: center; gap: 4px; min-height: 28px; padding: 0 8px 0 10px; border: 1px solid var(--crm-accent); border-radius: 14px; background: var(--crm-accent-faint); color: var(--crm-accent-strong); font-size: 13px; }
    .chip b { font-weight: 500; }
    .menu { display: grid; min-width: 200px; max-height: 60vh; overflow-y: auto; padding: 4px; border: 1px solid var(--crm-line-strong); border-radius: 8px; background: var(--crm-paper); box-shadow: var(--crm-shadow-over); font-size: 14px; }
    .menu button { display: flex; align-items: center; gap: 8px; min-height: 32px; padding: 0 8px; border: 0; border-radius: 4px; background: none; color: var(--crm-ink); text-align: left; }
    .menu button:hover, .menu button:focus { background: var(--crm-hover); }
    .menu button:focus-visible { outline-offset: -2px; }
    .menu span { flex: 1; }
    .menu i { color: var(--crm-soft); }
    @media (pointer: coarse) { .chip { min-height: 36px; } .menu button { min-height: 44px; } }
  `,
})
export class FilterBar {
  readonly filters = input.required<readonly Filter[]>();
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly choosable = computed(() => this.filters().filter(filter => filter.values?.length));
  /** Those that are on. */
  readonly chips = computed(() => this.filters().flatMap(({ key, title, textOf }) => {
    const value = this.address().get(key);
    return value ? [{ key, title, text: textOf(value) }] : [];
  }));

  constructor() {
    commandsWhileHere([{ id: 'list.all', title: '::Pipeline:ClearFilters', group: 'here', icon: 'funnel', visible: () => this.chips().length > 0, run: () => this.clear() }]);
  }

  set(key: string, value: string | null): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { [key]: value, page: null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    const none = Object.fromEntries(this.filters().map(({ key }) => [key, null]));
    void this.router.navigate([], { relativeTo: this.route, queryParams: { ...none, page: null }, queryParamsHandling: 'merge' });
  }
}
