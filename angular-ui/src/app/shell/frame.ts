import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { LocalizationPipe, eLayoutType } from '@abp/ng.core';
import { PageAlertContainerComponent } from '@volo/abp.ng.lepton-x.core';
import { KeyCaps } from '../commands/key-caps';
import { Palette } from '../commands/palette-state';
import { Navigation } from './navigation';
import { PersonMenu } from './person-menu';

const rememberedAs = 'partnercrm.narrow-menu';

/** What stands around every screen: the menu on the left (a sheet on a phone), the bar with search and person, the screen, the footer. */
// Not OnPush: ABP's pages inside keep what they read in plain fields, which nobody would notice.
@Component({
  selector: 'crm-frame',
  imports: [RouterOutlet, RouterLink, LocalizationPipe, PageAlertContainerComponent, KeyCaps, Navigation, PersonMenu],
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
})
export class Frame {
  static readonly type = eLayoutType.application;
  protected readonly palette = inject(Palette);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly narrow = signal(localStorage.getItem(rememberedAs) === 'yes');

  protected toggleWidth(): void {
    this.narrow.update(narrow => !narrow);
    localStorage.setItem(rememberedAs, this.narrow() ? 'yes' : 'no');
  }

  protected skipToContent(): void {
    this.main().nativeElement.focus();
  }
}
