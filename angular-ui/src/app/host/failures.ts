import { HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { LocalizationService } from '@abp/ng.core';
import { CUSTOM_ERROR_HANDLERS, type CustomHttpErrorHandlerService } from '@abp/ng.theme.shared';
import { sentenceOf } from '../kit/sentence';
import { Toasts } from '../kit/toasts';

/**
 * What becomes of a failed request to our own API: reading is shown where it was to be read (`crm-view`, `crm-data-list`), changing is told in a toast.
 * Everything else (ABP's pages, a session that ended) stays with ABP's own handlers.
 */
@Injectable({ providedIn: 'root' })
export class OurFailures implements CustomHttpErrorHandlerService {
  readonly priority = 90;
  private readonly toasts = inject(Toasts);
  private readonly localization = inject(LocalizationService);
  private error?: HttpErrorResponse;

  canHandle(error: unknown): boolean {
    if (!(error instanceof HttpErrorResponse) || error.status === 401 || !error.url?.includes('/api/crm/')) return false;
    this.error = error;
    return true;
  }

  execute(): void {
    if (!this.error || reads.has(this.error)) return;
    this.toasts.failed(sentenceOf(this.error) ?? this.localization.instant('::Failure:Text'));
  }
}

/** Failed readings; marked by the interceptor, since a failure doesn't say how it was asked. */
export const reads = new WeakSet<HttpErrorResponse>();

export function provideFailures() {
  return { provide: CUSTOM_ERROR_HANDLERS, useExisting: OurFailures, multi: true };
}
