import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';

@Component({
  selector: 'crm-plans',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, EmptyState, PageHeader],
  template: `
    <crm-page-header [heading]="'::Menu:Plans' | abpLocalization" />
    <crm-empty-state icon="signpost-split" [heading]="'::Empty' | abpLocalization" />
  `,
})
export class Plans {}
