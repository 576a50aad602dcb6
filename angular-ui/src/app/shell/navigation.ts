import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { MenuItems } from './menu-items';

/** Where one can go. */
@Component({
  selector: 'crm-navigation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, RouterLinkActive, LocalizationPipe],
  templateUrl: './navigation.html',
  styleUrl: './navigation.scss',
  host: { '[class.roomy]': 'roomy()' },
})
export class Navigation {
  /** Icons only; the words on hover and for screen readers. */
  readonly narrow = input(false);
  /** Rows for a finger. */
  readonly roomy = input(false);
  readonly chosen = output();
  private readonly items = inject(MenuItems);
  protected readonly groups = computed(() => [
    { name: undefined, items: this.items.screens() },
    { name: '::Menu:Administration', items: this.items.administration() },
  ].filter(group => group.items.length));
}
