import type { HoldDto, PlaceHoldInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class HoldsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  create = (input: PlaceHoldInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, HoldDto>({
      method: 'POST',
      url: '/api/crm/holds',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<HoldDto>>({
      method: 'GET',
      url: '/api/crm/holds',
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  lift = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/holds/${id}/lift`,
    },
    { apiName: this.apiName,...config });
}