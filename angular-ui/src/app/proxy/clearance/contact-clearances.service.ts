import type { DecisionDto, RecordConsentInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';
import type { Channel } from '../contracts/channel.enum';
import type { ClearanceAnswer } from '../contracts/models';
import type { Purpose } from '../contracts/purpose.enum';

@Injectable({
  providedIn: 'root',
})
export class ContactClearancesService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (id: string, channel?: Channel, purpose?: Purpose, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ClearanceAnswer>({
      method: 'GET',
      url: `/api/crm/contacts/${id}/clearance`,
      params: { channel, purpose },
    },
    { apiName: this.apiName,...config });
  

  getDecisions = (id: string, input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<DecisionDto>>({
      method: 'GET',
      url: `/api/crm/contacts/${id}/clearance-decisions`,
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  recordConsent = (id: string, input: RecordConsentInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/contacts/${id}/consent`,
      body: input,
    },
    { apiName: this.apiName,...config });
}