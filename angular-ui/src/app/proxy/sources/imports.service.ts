import type { CandidateListInput, CandidateRow, CreatePicksInput, ImportDto, ImportListInput, ImportProblemDto, ImportRow, PicksCreated, ResolveCandidateInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class ImportsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  createPicks = (id: string, input: CreatePicksInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PicksCreated>({
      method: 'POST',
      url: `/api/crm/imports/${id}/picks`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ImportDto>({
      method: 'GET',
      url: `/api/crm/imports/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getCandidates = (id: string, input: CandidateListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<CandidateRow>>({
      method: 'GET',
      url: `/api/crm/imports/${id}/candidates`,
      params: { filter: input.filter, hasEmail: input.hasEmail, isKnown: input.isKnown, isPicked: input.isPicked, isOpen: input.isOpen, includesSkipped: input.includesSkipped, isSkipped: input.isSkipped, sorting: input.sorting, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getList = (input: ImportListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<ImportRow>>({
      method: 'GET',
      url: '/api/crm/imports',
      params: { source: input.source, status: input.status, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getProblems = (id: string, input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<ImportProblemDto>>({
      method: 'GET',
      url: `/api/crm/imports/${id}/problems`,
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  resolve = (id: string, candidateId: string, input: ResolveCandidateInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, CandidateRow>({
      method: 'POST',
      url: `/api/crm/imports/${id}/candidates/${candidateId}/resolve`,
      body: input,
    },
    { apiName: this.apiName,...config });
}