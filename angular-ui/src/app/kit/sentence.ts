import { HttpErrorResponse } from '@angular/common/http';

/** What the host says about a failed request: ABP's `{ error: { message, details } }`; undefined where it says nothing. */
export function sentenceOf(failure: unknown): string | undefined {
  const cause = failure instanceof Error && failure.cause ? failure.cause : failure;
  const body = cause instanceof HttpErrorResponse ? cause.error : (cause as { error?: unknown } | undefined)?.error;
  const error = (body as { error?: { message?: string; details?: string } } | null)?.error;
  const parts = [error?.message, error?.details].filter(Boolean);
  return parts.length ? parts.join(' ') : undefined;
}

/** The error's code: what a screen may decide by; sentences are for people. */
export function codeOf(failure: unknown): string | undefined {
  const cause = failure instanceof Error && failure.cause ? failure.cause : failure;
  const body = cause instanceof HttpErrorResponse ? cause.error : (cause as { error?: unknown } | undefined)?.error;
  return (body as { error?: { code?: string } } | null)?.error?.code;
}
