import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { CdkMenu, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { Team } from '../kit/team';
import { OrganisationsService } from '../proxy/partners/organisations.service';
import { filterKeys, filterValues, type FilterKey } from './filters';

const choosable = ['stage', 'owner', 'origin', 'email', 'touched'] as const;

/** The filters that are on, as chips to take away, and a menu to add another. What is on is in the address, so that views keep it. */
@Component({
  selector: 'crm-contact-filters',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger, LocalizationPipe],
  template: `
    @for (chip of chips(); track chip.key) {
      <button type="button" class="chip" (click)="set(chip.key, null)"><span>{{ '::Contacts:Filter:' + chip.key | abpLocalization }}: <b>{{ chip.text }}</b></span><i class="bi bi-x" aria-hidden="true"></i><span class="visually-hidden">{{ '::List:RemoveFilter' | abpLocalization }}</span></button>
    }
    <button type="button" class="btn btn-quiet btn-sm" [cdkMenuTriggerFor]="menu"><i class="bi bi-funnel" aria-hidden="true"></i>{{ '::Contacts:AddFilter' | abpLocalization }}</button>
    @if (chips().length > 1) { <button type="button" class="btn btn-quiet btn-sm" (click)="clear()">{{ '::Pipeline:ClearFilters' | abpLocalization }}</button> }
    <ng-template #menu>
      <div cdkMenu class="menu">
        @for (key of keys; track key) {
          <button cdkMenuItem type="button" [cdkMenuTriggerFor]="values"><span>{{ '::Contacts:Filter:' + key | abpLocalization }}</span><i class="bi bi-chevron-right" aria-hidden="true"></i></button>
          <ng-template #values>
            <div cdkMenu class="menu">
              @for (value of valuesOf(key); track value.key) {
                <button cdkMenuItemRadio type="button" [cdkMenuItemChecked]="address().get(key) === value.key" (cdkMenuItemTriggered)="set(key, value.key)"><i class="bi bi-{{ address().get(key) === value.key ? 'check2' : 'dot' }}" aria-hidden="true"></i><span>{{ value.text }}</span></button>
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
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly texts = inject(LocalizationService);
  private readonly team = inject(Team);
  private readonly organisations = inject(OrganisationsService);
  protected readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly keys = choosable;
  private readonly organisationId = computed(() => this.address().get('organisationId') ?? undefined);
  private readonly organisation = rxResource({ params: () => this.organisationId(), stream: ({ params }) => this.organisations.get(params).pipe(map(read => read.name)) });
  readonly chips = computed(() => filterKeys.flatMap(key => {
    const value = this.address().get(key);
    return value ? [{ key, text: this.textOf(key, value) }] : [];
  }));

  constructor() {
    commandsWhileHere([
      { id: 'contacts.mine', title: '::Contacts:FilterMine', group: 'here', icon: 'person', run: () => this.set('owner', 'me') },
      { id: 'contacts.all', title: '::Pipeline:ClearFilters', group: 'here', icon: 'funnel', visible: () => this.chips().length > 0, run: () => this.clear() },
    ]);
  }

  set(key: FilterKey, value: string | null): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { [key]: value, page: null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    const none = Object.fromEntries(filterKeys.map(key => [key, null]));
    void this.router.navigate([], { relativeTo: this.route, queryParams: { ...none, page: null }, queryParamsHandling: 'merge' });
  }

  protected valuesOf(key: (typeof choosable)[number]): { key: string; text: string }[] {
    const values = key === 'owner' ? ['me', ...this.team.all().filter(each => each.id !== this.team.me()).map(each => each.id)] : filterValues[key];
    return values.map(value => ({ key: value, text: this.textOf(key, value) }));
  }

  private textOf(key: FilterKey, value: string): string {
    switch (key) {
      case 'organisationId': return this.organisation.value() ?? '…';
      case 'owner': return value === 'me' ? this.texts.instant('::Contacts:FilterMe') : this.team.nameOf(value) || '…';
      case 'stage': return this.texts.instant(value === 'None' ? '::Contacts:FilterNoStage' : `::Stage:${value}`);
      case 'origin': return this.texts.instant(`::Channel:${value}`);
      case 'email': return this.texts.instant(`::Contacts:FilterEmail:${value}`);
      case 'touched': return this.texts.instant(value.startsWith('-') ? '::Contacts:FilterUntouched' : '::Contacts:FilterTouched', value.replace('-', ''));
    }
  }
}
