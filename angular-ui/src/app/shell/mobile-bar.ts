import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { ResponsiveDirective } from '@volo/ngx-lepton-x.core';
import { Palette } from '../commands/palette-state';
import { MenuItems } from './menu-items';
import { PersonMenu } from './person-menu';

/** On a phone: logo, search, person, and the menu as a sheet. */
@Component({
  selector: 'crm-mobile-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, RouterLinkActive, LocalizationPipe, ResponsiveDirective, PersonMenu],
  templateUrl: './mobile-bar.html',
  styleUrl: './mobile-bar.scss',
})
export class MobileBar {
  protected readonly items = inject(MenuItems);
  protected readonly palette = inject(Palette);
}
