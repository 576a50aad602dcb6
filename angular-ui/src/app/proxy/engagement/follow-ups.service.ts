import type { CreateFollowUpInput, FollowUpDoneInput, FollowUpDto, FollowUpListInput, SnoozeInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class FollowUpsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  create = (input: CreateFollowUpInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, FollowUpDto>({
      method: 'POST',
      url: '/api/crm/follow-ups',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  done = (id: string, input: FollowUpDoneInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, FollowUpDto>({
      method: 'POST',
      url: `/api/crm/follow-ups/${id}/done`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, FollowUpDto>({
      method: 'GET',
      url: `/api/crm/follow-ups/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: FollowUpListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<FollowUpDto>>({
      method: 'GET',
      url: '/api/crm/follow-ups',
      params: { ownerId: input.ownerId, state: input.state, kind: input.kind, relationshipId: input.relationshipId, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  reopen = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, FollowUpDto>({
      method: 'POST',
      url: `/api/crm/follow-ups/${id}/reopen`,
    },
    { apiName: this.apiName,...config });
  

  snooze = (id: string, input: SnoozeInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, FollowUpDto>({
      method: 'POST',
      url: `/api/crm/follow-ups/${id}/snooze`,
      body: input,
    },
    { apiName: this.apiName,...config });
}