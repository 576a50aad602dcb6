import { inject } from '@angular/core';
import { LocalizationService } from '@abp/ng.core';
import { Toasts } from '../kit/toasts';
import { Zone } from '../kit/zone';

/** How many characters a field takes, where what is being pasted is more than it still has room for. */
export function cutOffAt(field: EventTarget | null, pasted: string): number | undefined {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.maxLength < 0) return undefined;
  const kept = field.value.length - ((field.selectionEnd ?? 0) - (field.selectionStart ?? 0));
  return kept + pasted.length > field.maxLength ? field.maxLength : undefined;
}

/** A browser silently cuts off what a field has no room for; here it is said. */
export function sayWhatIsCutOff(): void {
  const toasts = inject(Toasts);
  const texts = inject(LocalizationService);
  const here = inject(Zone);
  document.addEventListener('paste', event => {
    const most = cutOffAt(event.target, event.clipboardData?.getData('text/plain') ?? '');
    if (most !== undefined) toasts.failed(texts.instant('::Field:CutOff', here.number(most)));
  });
}
