import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session';

/** A request whose token no longer works waits for one that does, and is sent again: to whoever asked it only took longer. */
export const keepSession: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  return next(request).pipe(catchError((error: unknown) => {
    if (!(error instanceof HttpErrorResponse) || error.status !== 401 || !request.headers.has('Authorization') || !new URL(request.url, window.location.origin).pathname.startsWith('/api/')) return throwError(() => error);
    return from(session.renew()).pipe(switchMap(token => next(request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }))));
  }));
};
