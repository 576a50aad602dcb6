import type { PlaybookPreviewDto, PreviewPlaybookInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class PlaybookPreviewsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  preview = (input: PreviewPlaybookInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PlaybookPreviewDto>({
      method: 'POST',
      url: '/api/crm/playbooks/preview',
      body: input,
    },
    { apiName: this.apiName,...config });
}