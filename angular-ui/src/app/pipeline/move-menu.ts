import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { CdkMenu, CdkMenuGroup, CdkMenuItem, MENU_STACK } from '@angular/cdk/menu';
import { LocalizationPipe } from '@abp/ng.core';
import type { Stage } from '../proxy/engagement';
import { icons, stages, wayTo, type Card } from './ladder';

/** «Move to …» with a digit a stage; what can't be is grey, and says why. */
@Component({
  selector: 'crm-move-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, LocalizationPipe],
  template: `
    <div cdkMenu class="menu" (keydown)="press($event)">
      <div cdkMenuGroup [attr.aria-label]="'::Pipeline:MoveTo' | abpLocalization">
        <div class="head" aria-hidden="true">{{ '::Pipeline:MoveTo' | abpLocalization }}</div>
        @for (each of places(); track each.stage; let at = $index) {
          <button cdkMenuItem type="button" [cdkMenuItemDisabled]="!each.isOpen" [attr.aria-current]="each.isHere" (cdkMenuItemTriggered)="moved.emit(each.stage)">
            <i class="bi bi-{{ each.isHere ? 'check2' : each.icon }}" aria-hidden="true"></i><span>{{ '::Stage:' + each.stage | abpLocalization }}</span><kbd aria-hidden="true">{{ at + 1 }}</kbd>
          </button>
        }
      </div>
      <div class="line" role="separator"></div>
      <button cdkMenuItem type="button" (cdkMenuItemTriggered)="open()"><i class="bi bi-person" aria-hidden="true"></i><span>{{ '::Pipeline:OpenContact' | abpLocalization }}</span><kbd aria-hidden="true">↵</kbd></button>
    </div>
  `,
  styles: `
    .menu { display: grid; min-width: 220px; padding: 4px; border: 1px solid var(--crm-line-strong); border-radius: 8px; background: var(--crm-paper); box-shadow: var(--crm-shadow-over); font-size: 14px; }
    .head { padding: 4px 8px; font-size: 12px; line-height: 16px; font-weight: 500; color: var(--crm-soft); }
    button { display: flex; align-items: center; gap: 8px; width: 100%; min-height: 32px; padding: 0 8px; border: 0; border-radius: 4px; background: none; color: var(--crm-ink); text-align: left; }
    button:hover, button:focus { background: var(--crm-hover); }
    button:focus-visible { outline-offset: -2px; }
    button[aria-disabled=true] { color: var(--crm-soft); cursor: default; }
    button[aria-disabled=true]:not([aria-current=true]) span { text-decoration: line-through; text-decoration-color: var(--crm-line-strong); }
    span { flex: 1; }
    i { color: var(--crm-soft); }
    .line { height: 1px; margin: 4px 0; background: var(--crm-line); }
    @media (pointer: coarse) { button { min-height: 44px; } kbd { display: none; } }
  `,
})
export class MoveMenu {
  private readonly router = inject(Router);
  private readonly menus = inject(MENU_STACK);
  readonly card = input.required<Card>();
  readonly moved = output<Stage>();

  protected readonly places = computed(() => stages.map(stage => ({
    stage, icon: icons[stage], isHere: stage === this.card().stage, isOpen: wayTo(this.card(), stage).by !== 'none',
  })));

  protected press(event: KeyboardEvent): void {
    const place = this.places()[Number(event.key) - 1];
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    // A stage that is out of reach is asked for all the same: the answer is a sentence.
    const item = (event.currentTarget as HTMLElement).querySelectorAll<HTMLButtonElement>('[role=menuitem]')[Number(event.key) - 1];
    if (place.isOpen) item.click();
    else if (!place.isHere) {
      this.moved.emit(place.stage);
      this.menus.closeAll();
    }
  }

  protected open(): void {
    void this.router.navigate(['/contacts', this.card().contactId]);
  }
}
