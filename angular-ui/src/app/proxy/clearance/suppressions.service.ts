import type { SuppressInput, SuppressionDto, SuppressionsInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class SuppressionsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  confirm = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/suppressions/${id}/confirm`,
    },
    { apiName: this.apiName,...config });
  

  create = (input: SuppressInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: '/api/crm/suppressions',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: SuppressionsInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<SuppressionDto>>({
      method: 'GET',
      url: '/api/crm/suppressions',
      params: { pendingReview: input.pendingReview, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  lift = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/suppressions/${id}/lift`,
    },
    { apiName: this.apiName,...config });
}