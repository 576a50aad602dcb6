import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { PageHeader } from '../kit/page-header';
import { StatusPill } from '../kit/status-pill';
import { View } from '../kit/view';
import { AtPipe } from '../kit/when';
import { AuditLogsService } from '../proxy/host/audit-logs.service';
import { lastPart, readable } from './audit-words';

/** One request with all it did: what ran, and what it changed, from what to what. */
@Component({
  selector: 'crm-audit-log-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, PageHeader, StatusPill, View],
  templateUrl: './audit-log-page.html',
  styleUrl: './audit-log-page.scss',
})
export class AuditLogPage {
  readonly id = input.required<string>();
  private readonly logs = inject(AuditLogsService);
  protected readonly log = rxResource({ params: () => this.id(), stream: ({ params }) => this.logs.get(params) });
  protected readonly lastPart = lastPart;
  protected readonly readable = readable;
}
