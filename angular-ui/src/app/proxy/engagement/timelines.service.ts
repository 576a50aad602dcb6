import type { TimelineEntryDto, TimelinePageDto, TimelinePageInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class TimelinesService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (id: string, input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<TimelineEntryDto>>({
      method: 'GET',
      url: `/api/crm/contacts/${id}/timeline`,
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getPage = (id: string, input: TimelinePageInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TimelinePageDto>({
      method: 'GET',
      url: `/api/crm/contacts/${id}/timeline/page`,
      params: { before: input.before, skip: input.skip, maxResultCount: input.maxResultCount, kinds: input.kinds },
    },
    { apiName: this.apiName,...config });
}