import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { EnvironmentService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import { OurFailures } from '../host/failures';

/** Files the host makes: fetched with the person's token, which a plain link wouldn't carry, and handed to the browser to save. */
@Injectable({ providedIn: 'root' })
export class Downloads {
  private readonly failures = inject(OurFailures);
  private readonly http = inject(HttpClient);
  private readonly environment = inject(EnvironmentService);

  async save(path: string, name: string, asked: object = {}): Promise<void> {
    const params = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null && value !== undefined)) as Record<string, string | number | boolean | string[]>;
    let content: Blob;
    try {
      content = await firstValueFrom(this.http.get(`${this.environment.getApiUrl('default')}${path}`, { params, responseType: 'blob' }));
    } catch (failure) {
      this.failures.tell(await legible(failure));
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

/** Where a file was asked for, what the host says instead comes as one, too. */
async function legible(failure: unknown): Promise<unknown> {
  if (!(failure instanceof HttpErrorResponse) || !(failure.error instanceof Blob)) return failure;
  const { headers, status, statusText, url } = failure;
  const error = await failure.error.text().then(text => JSON.parse(text) as unknown).catch(() => null);
  return new HttpErrorResponse({ error, headers, status, statusText, url: url ?? undefined });
}
