import type { ConversationLine, GetIncomingMailsInput, GetMailsInput, IncomingMailRow, MailDto, MailRow, MailStatusDto, ResolveMailInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { ListResultDto, PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class MailsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, MailDto>({
      method: 'GET',
      url: `/api/crm/mails/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getConversation = (contactId: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ListResultDto<ConversationLine>>({
      method: 'GET',
      url: `/api/crm/mails/conversation/${contactId}`,
    },
    { apiName: this.apiName,...config });
  

  getIncoming = (input: GetIncomingMailsInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<IncomingMailRow>>({
      method: 'GET',
      url: '/api/crm/mails/incoming',
      params: { contactId: input.contactId, relationshipId: input.relationshipId, kind: input.kind, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getList = (input: GetMailsInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<MailRow>>({
      method: 'GET',
      url: '/api/crm/mails',
      params: { contactId: input.contactId, relationshipId: input.relationshipId, escalationId: input.escalationId, senderId: input.senderId, state: input.state, sorting: input.sorting, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  getSource = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, Blob>({
      method: 'GET',
      responseType: 'blob',
      url: `/api/crm/mails/${id}/source`,
    },
    { apiName: this.apiName,...config });
  

  getStatus = (config?: Partial<Rest.Config>) =>
    this.restService.request<any, MailStatusDto>({
      method: 'GET',
      url: '/api/crm/mails/status',
    },
    { apiName: this.apiName,...config });
  

  resolve = (id: string, input: ResolveMailInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, void>({
      method: 'POST',
      url: `/api/crm/mails/${id}/resolve`,
      body: input,
    },
    { apiName: this.apiName,...config });
}