import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { OAuthService } from 'angular-oauth2-oidc';
import { CopyValue } from '../kit/copy-value';

/** What a system's developers need for a token (RFC 6749, 4.4). */
@Component({
  selector: 'crm-access-facts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, CopyValue],
  template: `
    <dl>
      <dt>{{ '::ApiClients:ClientId' | abpLocalization }}</dt><dd><crm-copy-value [text]="clientId()" [name]="'::ApiClients:ClientId' | abpLocalization" /></dd>
      @if (secret(); as secret) { <dt>{{ '::ApiClients:Secret' | abpLocalization }}</dt><dd><crm-copy-value [text]="secret" [name]="'::ApiClients:Secret' | abpLocalization" /></dd> }
      <dt>{{ '::ApiClients:TokenEndpoint' | abpLocalization }}</dt><dd><crm-copy-value [text]="endpoint" [name]="'::ApiClients:TokenEndpoint' | abpLocalization" /></dd>
      <dt>{{ '::ApiClients:AskWith' | abpLocalization }}</dt><dd><crm-copy-value [text]="asked" [name]="'::ApiClients:AskWith' | abpLocalization" /></dd>
    </dl>
  `,
  styles: `
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; align-items: baseline; margin: 0; }
    dt { color: var(--crm-soft); font-size: 13px; font-weight: 400; }
    dd { margin: 0; }
    @media (max-width: 767px) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 8px; } }
  `,
})
export class AccessFacts {
  readonly clientId = input.required<string>();
  readonly secret = input<string>();
  protected readonly endpoint = inject(OAuthService).tokenEndpoint ?? '';
  protected readonly asked = 'grant_type=client_credentials&scope=PartnerCrm';
}
