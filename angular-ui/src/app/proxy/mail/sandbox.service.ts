import type { SandboxAnswerDto, SandboxAnswerInput } from './models';
import { RestService, Rest } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class SandboxService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  createAnswers = (input: SandboxAnswerInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, SandboxAnswerDto>({
      method: 'POST',
      url: '/api/crm/sandbox/answers',
      body: input,
    },
    { apiName: this.apiName,...config });
}