import type { PlaybookCheckDto, PlaybookDto, PlaybookInput, PlaybookRow, PlaybookVersionDto, PlaybookVersionInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto, PagedResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class PlaybooksService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  addVersion = (id: string, input: PlaybookVersionInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PlaybookDto>({
      method: 'POST',
      url: `/api/crm/playbooks/${id}/version`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  check = (input: PlaybookVersionInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PlaybookCheckDto>({
      method: 'POST',
      url: '/api/crm/playbooks/check',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  create = (input: PlaybookInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PlaybookDto>({
      method: 'POST',
      url: '/api/crm/playbooks',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PlaybookDto>({
      method: 'GET',
      url: `/api/crm/playbooks/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<PlaybookRow>>({
      method: 'GET',
      url: '/api/crm/playbooks',
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getVersions = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<PlaybookVersionDto>>({
      method: 'GET',
      url: `/api/crm/playbooks/${id}/versions`,
    },
    { apiName: this.apiName,...config });
}