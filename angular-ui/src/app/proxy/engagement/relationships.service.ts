import type { BeginRelationshipInput, BulkInput, HandOverInput, MoveInput, ReasonInput, RecordTouchpointInput, RelationshipBoardInput, RelationshipColumnDto, RelationshipDto, RelationshipListInput, RestInput, TouchpointDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto, PagedResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';
import type { BulkItemDto } from '../contracts/models';

@Injectable({
  providedIn: 'root',
})
export class RelationshipsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  actOnMany = (input: BulkInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<BulkItemDto>>({
      method: 'POST',
      url: '/api/crm/relationships/bulk',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  close = (id: string, input: ReasonInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, RelationshipDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/close`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  create = (input: BeginRelationshipInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, RelationshipDto>({
      method: 'POST',
      url: '/api/crm/relationships',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, RelationshipDto>({
      method: 'GET',
      url: `/api/crm/relationships/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getBoard = (input: RelationshipBoardInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<RelationshipColumnDto>>({
      method: 'GET',
      url: '/api/crm/relationships/board',
      params: { ownerId: input.ownerId, organisationId: input.organisationId, filter: input.filter, cardsInColumn: input.cardsInColumn },
    },
    { apiName: this.apiName,...config });
  

  getList = (input: RelationshipListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<RelationshipDto>>({
      method: 'GET',
      url: '/api/crm/relationships',
      params: { stage: input.stage, ownerId: input.ownerId, organisationId: input.organisationId, filter: input.filter, sorting: input.sorting, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getTouchpoints = (id: string, input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<TouchpointDto>>({
      method: 'GET',
      url: `/api/crm/relationships/${id}/touchpoints`,
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  handOver = (id: string, input: HandOverInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, RelationshipDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/hand-over`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  move = (id: string, input: MoveInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, RelationshipDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/move`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  recordTouchpoint = (id: string, input: RecordTouchpointInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TouchpointDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/touchpoints`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  reopen = (id: string, input: ReasonInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, RelationshipDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/reopen`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  rest = (id: string, input: RestInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, RelationshipDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/rest`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  wake = (id: string, input: ReasonInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, RelationshipDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/wake`,
      body: input,
    },
    { apiName: this.apiName,...config });
}