import type { CreateDraftInput, DraftDto, DraftRow, GetDraftsInput, ScheduleDraftInput, ScheduledDraftDto, UpdateDraftInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class DraftsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  approve = (id: string, concurrencyStamp?: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/drafts/${id}/approve`,
      params: { concurrencyStamp },
    },
    { apiName: this.apiName,...config });
  

  create = (input: CreateDraftInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, DraftDto>({
      method: 'POST',
      url: '/api/crm/drafts',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  discard = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/drafts/${id}/discard`,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, DraftDto>({
      method: 'GET',
      url: `/api/crm/drafts/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: GetDraftsInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<DraftRow>>({
      method: 'GET',
      url: '/api/crm/drafts',
      params: { senderId: input.senderId, contactId: input.contactId, relationshipId: input.relationshipId, sorting: input.sorting, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  recall = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, DraftDto>({
      method: 'POST',
      url: `/api/crm/drafts/${id}/recall`,
    },
    { apiName: this.apiName,...config });
  

  schedule = (id: string, input: ScheduleDraftInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ScheduledDraftDto>({
      method: 'POST',
      url: `/api/crm/drafts/${id}/schedule`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  update = (id: string, input: UpdateDraftInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, DraftDto>({
      method: 'PUT',
      url: `/api/crm/drafts/${id}`,
      body: input,
    },
    { apiName: this.apiName,...config });
}