import { HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { LocalizationService } from '@abp/ng.core';
import { CUSTOM_ERROR_HANDLERS, type CustomHttpErrorHandlerService } from '@abp/ng.theme.shared';
import { isUnreachable, sentenceOf } from '../kit/sentence';
import { Toasts } from '../kit/toasts';

/**
 * What becomes of a failed request to our own API: reading is shown where it was to be read (`crm-view`, `crm-data-list`), changing is told in a toast.
 * That nobody answers is said once, above the page, and of a change in a toast. Everything else (ABP's pages) stays with ABP's own handlers.
 */
@Injectable({ providedIn: 'root' })
export class OurFailures implements CustomHttpErrorHandlerService {
  readonly priority = 90;
  private readonly toasts = inject(Toasts);
  private readonly localization = inject(LocalizationService);
  private error?: HttpErrorResponse;

  canHandle(error: unknown): boolean {
    if (!(error instanceof HttpErrorResponse) || (!isUnreachable(error) && (error.status === 401 || !error.url?.includes('/api/crm/')))) return false;
    this.error = error;
    return true;
  }

  execute(): void {
    if (this.error && !reads.has(this.error)) this.tell(this.error);
  }

  /** For a change that took its failure into its own hands, where it isn't one it can answer. */
  tell(error: unknown): void {
    this.toasts.failed(sentenceOf(error) ?? this.localization.instant(isUnreachable(error) ? '::Connection:NotDone' : '::Failure:NotDone'));
  }
}

/** Failed readings; marked by the interceptor, since a failure doesn't say how it was asked. */
export const reads = new WeakSet<HttpErrorResponse>();

export function provideFailures() {
  return { provide: CUSTOM_ERROR_HANDLERS, useExisting: OurFailures, multi: true };
}
