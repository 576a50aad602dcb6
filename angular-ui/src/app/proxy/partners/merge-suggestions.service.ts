import type { MergeSuggestionDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class MergeSuggestionsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  getList = (input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<MergeSuggestionDto>>({
      method: 'GET',
      url: '/api/crm/merge-suggestions',
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getOfContact = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<MergeSuggestionDto>>({
      method: 'GET',
      url: `/api/crm/contacts/${id}/merge-suggestions`,
    },
    { apiName: this.apiName,...config });
}