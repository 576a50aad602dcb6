import type { ContactBulkInput, ContactDto, ContactListInput, ContactOverviewDto, ContactRow, CreateContactInput, UpdateContactInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto, PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';
import type { BulkItemDto } from '../contracts/models';

@Injectable({
  providedIn: 'root',
})
export class ContactsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  actOnMany = (input: ContactBulkInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<BulkItemDto>>({
      method: 'POST',
      url: '/api/crm/contacts/bulk',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  create = (input: CreateContactInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ContactDto>({
      method: 'POST',
      url: '/api/crm/contacts',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  delete = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'DELETE',
      url: `/api/crm/contacts/${id}`,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ContactDto>({
      method: 'GET',
      url: `/api/crm/contacts/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: ContactListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<ContactRow>>({
      method: 'GET',
      url: '/api/crm/contacts',
      params: { organisationId: input.organisationId, origin: input.origin, stage: input.stage, ownerId: input.ownerId, hasEmail: input.hasEmail, touchedSince: input.touchedSince, untouchedSince: input.untouchedSince, filter: input.filter, after: input.after, ids: input.ids, sorting: input.sorting, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getOverview = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ContactOverviewDto>({
      method: 'GET',
      url: `/api/crm/contacts/${id}/overview`,
    },
    { apiName: this.apiName,...config });
  

  update = (id: string, input: UpdateContactInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ContactDto>({
      method: 'PUT',
      url: `/api/crm/contacts/${id}`,
      body: input,
    },
    { apiName: this.apiName,...config });
}