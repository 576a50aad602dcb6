import type { AuditLogDto, AuditLogListInput, AuditLogRow } from './models';
import { RestService, Rest } from '@abp/ng.core';
import type { PagedResultDto } from '@abp/ng.core';
import { Injectable, inject } from '@angular/core';

@Injectable({
  providedIn: 'root',
})
export class AuditLogsService {
  private restService = inject(RestService);
  apiName = 'Default';
  

  get = (id: string, config?: Partial<Rest.Config>) =>
    this.restService.request<any, AuditLogDto>({
      method: 'GET',
      url: `/api/crm/audit-logs/${id}`,
    },
    { apiName: this.apiName,...config });
  

  getList = (input: AuditLogListInput, config?: Partial<Rest.Config>) =>
    this.restService.request<any, PagedResultDto<AuditLogRow>>({
      method: 'GET',
      url: '/api/crm/audit-logs',
      params: { userId: input.userId, clientId: input.clientId, httpMethod: input.httpMethod, url: input.url, hasFailed: input.hasFailed, from: input.from, until: input.until, skipCount: input.skipCount, maxResultCount: input.maxResultCount },
    },
    { apiName: this.apiName,...config });
}