import type { OrganisationDto, OrganisationInput, OrganisationOverviewDto, OrganisationRow, OwnerDto, SearchListInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto, PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class OrganisationsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  create = (input: OrganisationInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, OrganisationDto>({
      method: 'POST',
      url: '/api/crm/organisations',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  delete = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'DELETE',
      url: `/api/crm/organisations/${id}`,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, OrganisationDto>({
      method: 'GET',
      url: `/api/crm/organisations/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: SearchListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<OrganisationRow>>({
      method: 'GET',
      url: '/api/crm/organisations',
      params: { filter: input.filter, after: input.after, sorting: input.sorting, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getOverview = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, OrganisationOverviewDto>({
      method: 'GET',
      url: `/api/crm/organisations/${id}/overview`,
    },
    { apiName: this.apiName,...config });
  

  getOwners = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<OwnerDto>>({
      method: 'GET',
      url: `/api/crm/organisations/${id}/owners`,
    },
    { apiName: this.apiName,...config });
  

  update = (id: string, input: OrganisationInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, OrganisationDto>({
      method: 'PUT',
      url: `/api/crm/organisations/${id}`,
      body: input,
    },
    { apiName: this.apiName,...config });
}