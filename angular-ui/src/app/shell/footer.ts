import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';

@Component({
  selector: 'crm-footer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `<footer><span>PartnerCrm</span><a href="/about">{{ '::About' | abpLocalization }}</a><a href="/openapi/v1.json">{{ '::ApiDescription' | abpLocalization }}</a></footer>`,
  styles: `
    footer { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 24px 0 16px; font-size: 12px; line-height: 16px; color: var(--crm-soft); }
    a { color: inherit; }
  `,
})
export class Footer {}
