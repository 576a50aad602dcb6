import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { KeyCaps } from '../commands/key-caps';
import { Palette } from '../commands/palette-state';

/** The way into the palette for those who don't know Ctrl-K yet. */
@Component({
  selector: 'crm-topbar-search',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, KeyCaps],
  template: `
    <button type="button" (click)="palette.show()">
      <i class="bi bi-search" aria-hidden="true"></i><span>{{ '::Commands:Ask' | abpLocalization }}</span><crm-key-caps keys="mod+k" />
    </button>
  `,
  styles: `
    button { display: flex; align-items: center; gap: 8px; width: min(360px, 40vw); height: 32px; padding: 0 8px; border: 1px solid var(--crm-line-strong); border-radius: 6px; background: var(--crm-paper); color: var(--crm-soft); }
    button:hover { border-color: var(--crm-soft); }
    span { flex: 1; overflow: hidden; text-align: left; text-overflow: ellipsis; white-space: nowrap; }
  `,
})
export class TopbarSearch {
  protected readonly palette = inject(Palette);
}
