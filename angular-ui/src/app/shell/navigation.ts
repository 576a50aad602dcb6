import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { LayoutService } from '@volo/ngx-lepton-x.core';
import { MenuItems } from './menu-items';

const rememberedAs = 'partnercrm.narrow-menu';

/** The side menu. */
@Component({
  selector: 'crm-navigation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, RouterLinkActive, LocalizationPipe],
  templateUrl: './navigation.html',
  styleUrl: './navigation.scss',
})
export class Navigation {
  private readonly layout = inject(LayoutService);
  protected readonly items = inject(MenuItems);
  protected readonly narrow = signal(localStorage.getItem(rememberedAs) === 'yes');

  constructor() {
    if (this.narrow()) this.layout.addClass('crm-narrow');
  }

  protected toggleWidth(): void {
    this.narrow.update(narrow => !narrow);
    localStorage.setItem(rememberedAs, this.narrow() ? 'yes' : 'no');
    if (this.narrow()) this.layout.addClass('crm-narrow');
    else this.layout.removeClass('crm-narrow');
  }
}
