import type { ConversationDto, ConversationListInput, ConversationPageDto } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class ConversationsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ConversationDto>({
      method: 'GET',
      url: `/api/crm/conversations/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: ConversationListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, ConversationPageDto>({
      method: 'GET',
      url: '/api/crm/conversations',
      params: { before: input.before, mine: input.mine, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
}