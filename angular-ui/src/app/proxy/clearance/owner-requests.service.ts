import type { AnswerOwnerRequestInput, OwnerRequestDto, OwnerRequestsInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class OwnerRequestsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  answer = (id: string, input: AnswerOwnerRequestInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/owner-requests/${id}/answer`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: OwnerRequestsInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<OwnerRequestDto>>({
      method: 'GET',
      url: '/api/crm/owner-requests',
      params: { state: input.state, madeByMe: input.madeByMe, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
}