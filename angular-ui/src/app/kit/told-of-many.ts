import { Injectable, inject } from '@angular/core';
import { LocalizationService } from '@abp/ng.core';
import type { BulkItemDto } from '../proxy/contracts/models';
import { Toasts } from './toasts';

const reasonsAtOnce = 2;

/** After one thing was asked for many: for how many it was done, and of the first for which it wasn't, why. */
@Injectable({ providedIn: 'root' })
export class ToldOfMany {
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);

  /** Gives back those for which it wasn't: they stay selected, to be looked at. */
  tell(items: readonly BulkItemDto[]): ReadonlySet<string> {
    const refused = items.filter(item => !item.isDone);
    const how = this.texts.instant('::List:DoneFor', (items.length - refused.length).toString(), items.length.toString());
    if (refused.length === items.length) this.toasts.failed(how);
    else this.toasts.done(how);
    for (const { name, sentence } of refused.slice(0, reasonsAtOnce)) this.toasts.failed(name ? `${name}: ${sentence}` : sentence!);
    return new Set(refused.map(item => item.id!));
  }
}
