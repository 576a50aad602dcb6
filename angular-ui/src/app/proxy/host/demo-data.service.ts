import type { DemoDataRemoved } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class DemoDataService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  remove = (config?: Partial<Rest.Config>) =>
    this.restService.request<any, DemoDataRemoved>({
      method: 'POST',
      url: '/api/crm/demo-data/remove',
    },
    { apiName: this.apiName,...config });
}