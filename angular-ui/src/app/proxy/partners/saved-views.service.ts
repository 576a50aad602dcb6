import type { SavedViewDto, SavedViewInput, SavedViewListInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class SavedViewsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  create = (input: SavedViewInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, SavedViewDto>({
      method: 'POST',
      url: '/api/crm/saved-views',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  delete = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'DELETE',
      url: `/api/crm/saved-views/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: SavedViewListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<SavedViewDto>>({
      method: 'GET',
      url: '/api/crm/saved-views',
      params: { list: input.list },
    },
    { apiName: this.apiName,...config });
  

  update = (id: string, input: SavedViewInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, SavedViewDto>({
      method: 'PUT',
      url: `/api/crm/saved-views/${id}`,
      body: input,
    },
    { apiName: this.apiName,...config });
}