import type { ReplyDto, ReplyListInput, TriageInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class RepliesService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ReplyDto>({
      method: 'GET',
      url: `/api/crm/replies/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: ReplyListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<ReplyDto>>({
      method: 'GET',
      url: '/api/crm/replies',
      params: { ownerId: input.ownerId, relationshipId: input.relationshipId, isTriaged: input.isTriaged, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  triage = (id: string, input: TriageInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ReplyDto>({
      method: 'POST',
      url: `/api/crm/replies/${id}/triage`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  undo = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ReplyDto>({
      method: 'POST',
      url: `/api/crm/replies/${id}/undo`,
    },
    { apiName: this.apiName,...config });
}