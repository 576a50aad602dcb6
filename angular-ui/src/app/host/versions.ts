import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { tap } from 'rxjs';

// What was last read, by its address: a session reads a few hundred things, the oldest are forgotten.
const versions = new Map<string, string>();
const remembered = 500;

/**
 * The host gives what can be changed an ETag, and wants it back as If-Match: nobody overwrites unseen what a colleague changed. Where it says 412,
 * read again and show both. A change after which nothing was read again carries the version the change itself answered with.
 */
export const carryVersions: HttpInterceptorFn = (request, next) => {
  const path = new URL(request.url, window.location.origin).pathname;
  if (!path.startsWith('/api/crm/')) return next(request);
  const changes = request.method === 'PUT' || request.method === 'DELETE';
  const version = versions.get(path);
  const sent = changes && version && !request.headers.has('If-Match') ? request.clone({ setHeaders: { 'If-Match': version } }) : request;
  return next(sent).pipe(tap({
    next: event => {
      if (!(event instanceof HttpResponse)) return;
      const etag = event.headers.get('ETag');
      if (etag && (changes || request.method === 'GET')) remember(path, etag);
    },
    error: (error: unknown) => { if (error instanceof HttpErrorResponse && error.status === 412) versions.delete(path); },
  }));
};

function remember(path: string, etag: string): void {
  versions.delete(path);
  versions.set(path, etag);
  if (versions.size > remembered) versions.delete(versions.keys().next().value!);
}
