import type { CreateTemplateInput, GetTemplatesInput, PreviewTemplateForContactInput, PreviewTemplateInput, TemplateDto, TemplatePreviewDto, TestSendDto, UpdateTemplateInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class TemplatesService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  create = (input: CreateTemplateInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TemplateDto>({
      method: 'POST',
      url: '/api/crm/templates',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TemplateDto>({
      method: 'GET',
      url: `/api/crm/templates/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: GetTemplatesInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<TemplateDto>>({
      method: 'GET',
      url: '/api/crm/templates',
      params: { name: input.name, language: input.language, sorting: input.sorting, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
  

  preview = (input: PreviewTemplateInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TemplatePreviewDto>({
      method: 'POST',
      url: '/api/crm/templates/preview',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  previewForContact = (input: PreviewTemplateForContactInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TemplatePreviewDto>({
      method: 'POST',
      url: '/api/crm/templates/preview-for-contact',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  testSend = (input: PreviewTemplateForContactInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TestSendDto>({
      method: 'POST',
      url: '/api/crm/templates/test-send',
      body: input,
    },
    { apiName: this.apiName,...config });
  

  update = (id: string, input: UpdateTemplateInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, TemplateDto>({
      method: 'PUT',
      url: `/api/crm/templates/${id}`,
      body: input,
    },
    { apiName: this.apiName,...config });
}