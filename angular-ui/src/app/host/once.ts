import type { HttpEvent, HttpInterceptorFn } from '@angular/common/http';
import { finalize, shareReplay, type Observable } from 'rxjs';
import { newKey } from './new-key';

const underWay = new Map<string, Observable<HttpEvent<unknown>>>();

/** A second click while the first is under way is the same request: one mail, one contact. The key keeps it one when the network repeats it. */
export const postOnce: HttpInterceptorFn = (request, next) => {
  if (request.method !== 'POST' || !new URL(request.url, window.location.origin).pathname.startsWith('/api/crm/') || request.body instanceof FormData) return next(request);
  const same = `${request.urlWithParams} ${JSON.stringify(request.body)}`;
  const already = underWay.get(same);
  if (already) return already;
  const keyed = request.headers.has('Idempotency-Key') ? request : request.clone({ setHeaders: { 'Idempotency-Key': newKey() } });
  const answer = next(keyed).pipe(finalize(() => underWay.delete(same)), shareReplay({ bufferSize: 1, refCount: true }));
  underWay.set(same, answer);
  return answer;
};
