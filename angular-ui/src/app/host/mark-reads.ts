import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { tap } from 'rxjs';
import { reads } from './failures';

export const markReads: HttpInterceptorFn = (request, next) =>
  request.method !== 'GET' ? next(request) : next(request).pipe(tap({ error: (error: unknown) => { if (error instanceof HttpErrorResponse) reads.add(error); } }));
