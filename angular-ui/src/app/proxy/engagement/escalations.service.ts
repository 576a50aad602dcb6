import type { EscalationDto, EscalationReasonInput, OverrideDto, StartEscalationInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto, PagedResultRequestDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class EscalationsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, EscalationDto>({
      method: 'GET',
      url: `/api/crm/relationships/${id}/escalation`,
    },
    { apiName: this.apiName,...config });
  

  getOverrides = (input: PagedResultRequestDto, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<OverrideDto>>({
      method: 'GET',
      url: '/api/crm/escalations/overrides',
      params: { skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  override = (id: string, input: EscalationReasonInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, EscalationDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/escalation/override`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  pause = (id: string, input: EscalationReasonInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, EscalationDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/escalation/pause`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  resume = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, EscalationDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/escalation/resume`,
    },
    { apiName: this.apiName,...config });
  

  start = (id: string, input: StartEscalationInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, EscalationDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/escalation/start`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  stop = (id: string, input: EscalationReasonInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, EscalationDto>({
      method: 'POST',
      url: `/api/crm/relationships/${id}/escalation/stop`,
      body: input,
    },
    { apiName: this.apiName,...config });
}