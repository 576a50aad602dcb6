import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { commandsWhileHere } from '../commands/command-registry';
import { CopyValue } from '../kit/copy-value';
import { Cell, DataList } from '../kit/data-list';
import { EmptyState } from '../kit/empty-state';
import type { Column, ListQuery } from '../kit/list-query';
import { PageHeader } from '../kit/page-header';
import { AtPipe } from '../kit/when';
import { listWidth, wide } from '../kit/wide';
import { ApiClientsService } from '../proxy/host/api-clients.service';
import type { ApiClientRow } from '../proxy/host/models';
import { ClientState } from './client-state';

/** The other systems that call the API. */
@Component({
  selector: 'crm-api-clients',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, RouterLink, LocalizationPipe, AtPipe, Cell, ClientState, CopyValue, DataList, EmptyState, PageHeader],
  template: `
    <crm-page-header [heading]="'::Menu:ApiClients' | abpLocalization" [count]="total()" [lead]="'::ApiClients:Lead' | abpLocalization">
      <a class="btn btn-primary" routerLink="/api-clients/new"><i class="bi bi-plus-lg" aria-hidden="true"></i>{{ '::ApiClients:LetIn' | abpLocalization }}</a>
    </crm-page-header>
    <crm-data-list [label]="'::Menu:ApiClients' | abpLocalization" [columns]="columns" [load]="load" [link]="link" [searchable]="false">
      <ng-template #clientId crmCell="clientId" let-row><crm-copy-value [text]="row.clientId" [name]="('::ApiClients:ClientId' | abpLocalization) + ' ' + row.displayName" /></ng-template>
      <ng-template crmCell="state" let-row>
        <crm-client-state [isActive]="row.isActive" />
        @if (!wide()) { <div class="beneath"><ng-container [ngTemplateOutlet]="clientId" [ngTemplateOutletContext]="{ $implicit: row }" /><span>{{ '::ApiClients:Since' | abpLocalization }} {{ row.creationTime | crmAt: 'date' }}</span></div> }
      </ng-template>
      <ng-template crmCell="since" let-row>{{ row.creationTime | crmAt: 'date' }}</ng-template>
      <crm-empty-state empty icon="plug" [heading]="'::ApiClients:None' | abpLocalization" [text]="'::ApiClients:NoneText' | abpLocalization" />
    </crm-data-list>
  `,
  styles: `.beneath { display: grid; justify-items: start; gap: 4px; margin: 4px 0; color: var(--crm-soft); }`,
})
export class ApiClients {
  private readonly clients = inject(ApiClientsService);
  private readonly list = viewChild(DataList);
  protected readonly wide = wide(listWidth);
  protected readonly columns: Column<ApiClientRow>[] = [
    { key: 'name', title: '::ApiClients:Name', text: row => row.displayName },
    { key: 'clientId', title: '::ApiClients:ClientId', width: '40%', wideOnly: true },
    { key: 'state', title: '::ApiClients:State', width: '150px' },
    { key: 'since', title: '::ApiClients:Since', width: '120px', wideOnly: true },
  ];
  protected readonly load = ({ skipCount, maxResultCount }: ListQuery) => this.clients.getList({ skipCount, maxResultCount });
  protected readonly link = (row: ApiClientRow) => ['/api-clients', row.id];
  protected readonly total = computed(() => this.list()?.count());

  constructor() {
    const router = inject(Router);
    commandsWhileHere([
      { id: 'api-clients.let-in', title: '::ApiClients:LetIn', group: 'create', icon: 'plug', shortcut: 'n', run: () => router.navigate(['/api-clients/new']) },
    ]);
  }
}
