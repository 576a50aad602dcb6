import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { isUnreachable } from '../kit/sentence';
import { Connection } from './connection';

export const watchConnection: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  return next(request).pipe(tap({
    next: event => { if (event instanceof HttpResponse) connection.find(); },
    error: (error: unknown) => {
      if (isUnreachable(error)) connection.lose();
      else if (error instanceof HttpErrorResponse) connection.find();
    },
  }));
};
