import type { CapacityDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class CapacitiesService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (ownerId: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, CapacityDto>({
      method: 'GET',
      url: '/api/crm/capacity',
      params: { ownerId },
    },
    { apiName: this.apiName,...config });
  

  getTeam = (config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<CapacityDto>>({
      method: 'GET',
      url: '/api/crm/team/capacity',
    },
    { apiName: this.apiName,...config });
}