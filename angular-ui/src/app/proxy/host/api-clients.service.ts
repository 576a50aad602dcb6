import type { ApiClientDto, ApiClientInput, ApiClientRow, ApiClientSecretDto, PermissionChoices, RenewSecretInput, UpdateApiClientInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto, PagedResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class ApiClientsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  create = (input: ApiClientInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ApiClientDto>({
      method: 'POST',
      url: '/api/crm/api-clients',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  delete = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'DELETE',
      url: `/api/crm/api-clients/${id}`,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ApiClientDto>({
      method: 'GET',
      url: `/api/crm/api-clients/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getChoices = (config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<PermissionChoices>>({
      method: 'GET',
      url: '/api/crm/api-clients/choices',
    },
    { apiName: this.apiName,...config });
  

  getList = (input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<ApiClientRow>>({
      method: 'GET',
      url: '/api/crm/api-clients',
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  renewSecret = (id: string, input: RenewSecretInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ApiClientSecretDto>({
      method: 'PUT',
      url: `/api/crm/api-clients/${id}/secret`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  update = (id: string, input: UpdateApiClientInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ApiClientDto>({
      method: 'PUT',
      url: `/api/crm/api-clients/${id}`,
      body: input,
    },
    { apiName: this.apiName,...config });
}