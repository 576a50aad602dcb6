import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { EnvironmentService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';

/** Files the host makes: fetched with the person's token, which a plain link wouldn't carry, and handed to the browser to save. */
@Injectable({ providedIn: 'root' })
export class Downloads {
  private readonly http = inject(HttpClient);
  private readonly environment = inject(EnvironmentService);

  async save(path: string, name: string, params: Record<string, string> = {}): Promise<void> {
    const content = await firstValueFrom(this.http.get(`${this.environment.getApiUrl('default')}${path}`, { params, responseType: 'blob' }));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}
