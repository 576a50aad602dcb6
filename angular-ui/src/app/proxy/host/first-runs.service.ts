import type { FirstRunDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class FirstRunsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  dismiss = (config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: '/api/crm/first-run/dismiss',
    },
    { apiName: this.apiName,...config });
  

  get = (config?: Partial<Rest.Config>) =>
    this.restService.request<any, FirstRunDto>({
      method: 'GET',
      url: '/api/crm/first-run',
    },
    { apiName: this.apiName,...config });
  

  read = (config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: '/api/crm/first-run/read',
    },
    { apiName: this.apiName,...config });
}