import { Injectable, inject } from '@angular/core';
import { RestService } from '@abp/ng.core';
import type { Observable } from 'rxjs';
import type { ImportSource } from '../proxy/sources/import-source.enum';

/** What a file is, before it is read. Without a source it is none that we read, and the sentence says why. */
export interface InspectedFile {
  fileName: string;
  length: number;
  source: ImportSource | null;
  sentence: string;
  eventName: string | null;
  eventDate: string | null;
  sample: { name: string; email: string | null; organisationName: string | null; position: string | null }[];
  knownImportId: string | null;
}

/** The two calls that carry a file; the generator leaves those out. */
@Injectable({ providedIn: 'root' })
export class Uploads {
  private readonly rest = inject(RestService);

  inspect(file: File): Observable<InspectedFile> {
    return this.post('/api/crm/imports/inspect', formOf(file));
  }

  begin(file: File, eventName?: string, eventDate?: string): Observable<{ id: string; isKnown: boolean }> {
    const form = formOf(file);
    if (eventName) form.append('eventName', eventName);
    if (eventDate) form.append('eventDate', eventDate);
    return this.post('/api/crm/imports', form);
  }

  private post<T>(url: string, body: FormData): Observable<T> {
    // What is wrong with a file is said beside it.
    return this.rest.request<FormData, T>({ method: 'POST', url, body }, { apiName: 'Default', skipHandleError: true });
  }
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}
