import type { ContactDto, MergeContactsInput, MergePreviewDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class ContactMergesService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  merge = (id: string, input: MergeContactsInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ContactDto>({
      method: 'POST',
      url: `/api/crm/contacts/${id}/merge`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  preview = (id: string, otherId: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, MergePreviewDto>({
      method: 'GET',
      url: `/api/crm/contacts/${id}/merge-preview`,
      params: { otherId },
    },
    { apiName: this.apiName,...config });
}