import { Injectable, inject } from '@angular/core';
import { LocalizationService } from '@abp/ng.core';
import type { BulkItemDto } from '../proxy/contracts/models';
import { Toasts } from './toasts';

const reasonsAtOnce = 2;

/** After one thing was asked for many: how many it was done for, and of the first that it wasn't, why. */
@Injectable({ providedIn: 'root' })
export class ToldOfMany {
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);

  tell(items: readonly BulkItemDto[]): void {
    const refused = items.filter(item => !item.isDone);
    if (refused.length < items.length) this.toasts.done(this.texts.instant('::List:DoneFor', (items.length - refused.length).toString(), items.length.toString()));
    for (const { name, sentence } of refused.slice(0, reasonsAtOnce)) this.toasts.failed(name ? `${name}: ${sentence}` : sentence!);
  }
}
