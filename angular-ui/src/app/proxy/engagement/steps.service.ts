import type { StepsDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class StepsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, StepsDto>({
      method: 'GET',
      url: `/api/crm/relationships/${id}/steps`,
    },
    { apiName: this.apiName,...config });
}