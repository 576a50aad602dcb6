import type { OrganisationBulkInput, OrganisationDto, OrganisationInput, OrganisationListInput, OrganisationOverviewDto, OrganisationRow, OwnerDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto, PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';
import type { BulkItemDto } from '../contracts/models';

@Injectable({
  providedIn: 'root',
})
export class OrganisationsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  actOnMany = (input: OrganisationBulkInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<BulkItemDto>>({
      method: 'POST',
      url: '/api/crm/organisations/bulk',
      body: input,
    },
    { apiName: this.apiName,...config });
  

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
  

  getCountries = (config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<string>>({
      method: 'GET',
      url: '/api/crm/organisations/countries',
    },
    { apiName: this.apiName,...config });
  

  getList = (input: OrganisationListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<OrganisationRow>>({
      method: 'GET',
      url: '/api/crm/organisations',
      params: { leadOwnerId: input.leadOwnerId, hasLead: input.hasLead, country: input.country, subscriberType: input.subscriberType, isInTouch: input.isInTouch, filter: input.filter, after: input.after, ids: input.ids, sorting: input.sorting, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
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