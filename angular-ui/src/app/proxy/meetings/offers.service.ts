import type { AgendaOfferDto, CreateOfferInput, OfferDto, OffersInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class OffersService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  create = (input: CreateOfferInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, OfferDto>({
      method: 'POST',
      url: '/api/crm/offers',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: OffersInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<OfferDto>>({
      method: 'GET',
      url: '/api/crm/offers',
      params: { state: input.state, contactId: input.contactId, ownerId: input.ownerId, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getNamedList = (input: OffersInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<AgendaOfferDto>>({
      method: 'GET',
      url: '/api/crm/offers/named-list',
      params: { state: input.state, contactId: input.contactId, ownerId: input.ownerId, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  withdraw = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/offers/${id}/withdraw`,
    },
    { apiName: this.apiName,...config });
}