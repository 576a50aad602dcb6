import type { RecordTouchpointInput, TouchpointDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class ContactTouchpointsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  create = (id: string, input: RecordTouchpointInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TouchpointDto>({
      method: 'POST',
      url: `/api/crm/contacts/${id}/touchpoints`,
      body: input,
    },
    { apiName: this.apiName,...config });
}