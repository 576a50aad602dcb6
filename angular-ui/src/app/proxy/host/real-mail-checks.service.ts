import type { RealMailCheckDto, RealMailChecksInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class RealMailChecksService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  getList = (input: RealMailChecksInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<RealMailCheckDto>>({
      method: 'GET',
      url: '/api/crm/real-mail-checks',
      params: { lookUp: input.lookUp },
    },
    { apiName: this.apiName,...config });
}