import type { AgendaDto, AgendaInput, AgendaMeetingDto, CancelMeetingInput, MeetingDto, MeetingsInput, RecordOutcomeInput, RescheduleInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class MeetingsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  cancel = (id: string, input: CancelMeetingInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/meetings/${id}/cancel`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, MeetingDto>({
      method: 'GET',
      url: `/api/crm/meetings/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getAgenda = (input: AgendaInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, AgendaDto>({
      method: 'GET',
      url: '/api/crm/meetings/agenda',
      params: { from: input.from, until: input.until, ownerId: input.ownerId, mine: input.mine },
    },
    { apiName: this.apiName,...config });
  

  getList = (input: MeetingsInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<MeetingDto>>({
      method: 'GET',
      url: '/api/crm/meetings',
      params: { from: input.from, until: input.until, ownerId: input.ownerId, contactId: input.contactId, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getNamed = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, AgendaMeetingDto>({
      method: 'GET',
      url: `/api/crm/meetings/${id}/named`,
    },
    { apiName: this.apiName,...config });
  

  recordOutcome = (id: string, input: RecordOutcomeInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/meetings/${id}/record-outcome`,
      body: input,
    },
    { apiName: this.apiName,...config });
  

  reschedule = (id: string, input: RescheduleInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/meetings/${id}/reschedule`,
      body: input,
    },
    { apiName: this.apiName,...config });
}