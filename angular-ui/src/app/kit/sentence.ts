import { HttpErrorResponse } from '@angular/common/http';

interface AbpError {
  error?: { code?: string; message?: string; details?: string };
}

/** What the host says about a failed request: ABP's `{ error: { message, details } }`; undefined where it says nothing. */
export function sentenceOf(failure: unknown): string | undefined {
  const error = bodyOf(failure)?.error;
  const parts = [error?.message, error?.details].filter(Boolean);
  return parts.length ? parts.join(' ') : undefined;
}

/** The error's code: what a screen may decide by; sentences are for people. */
export function codeOf(failure: unknown): string | undefined {
  return bodyOf(failure)?.error?.code;
}

/** Nobody answered: the network is down, or the host behind its proxy. */
export function isUnreachable(failure: unknown): boolean {
  const cause = causeOf(failure);
  return cause instanceof HttpErrorResponse && (cause.status === 0 || cause.status === 502 || cause.status === 504);
}

/** The host looked at it and says no, and why. */
export function isRefused(failure: unknown): boolean {
  const cause = causeOf(failure);
  return cause instanceof HttpErrorResponse && cause.status >= 400 && cause.status < 500 && !!sentenceOf(cause);
}

/** It was changed after it was read (412), or in the same moment (409 without a rule's code): both versions are to be shown. */
export function isStale(failure: unknown): boolean {
  const cause = causeOf(failure);
  return cause instanceof HttpErrorResponse && (cause.status === 412 || (cause.status === 409 && !codeOf(cause)?.startsWith('PartnerCrm')));
}

// A resource wraps what isn't an Error of its own.
function causeOf(failure: unknown): unknown {
  return failure instanceof Error && failure.cause ? failure.cause : failure;
}

function bodyOf(failure: unknown): AbpError | null | undefined {
  return (causeOf(failure) as { error?: AbpError | null } | null | undefined)?.error;
}
