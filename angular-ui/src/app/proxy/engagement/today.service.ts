import type { TodayDto, TodayInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class TodayService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (input: TodayInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TodayDto>({
      method: 'GET',
      url: '/api/crm/today',
      params: { ownerId: input.ownerId },
    },
    { apiName: this.apiName,...config });
}