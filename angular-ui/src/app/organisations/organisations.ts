import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';

@Component({
  selector: 'crm-organisations',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, EmptyState, PageHeader],
  template: `
    <crm-page-header [heading]="'::Menu:Organisations' | abpLocalization" />
    <crm-empty-state icon="buildings" [heading]="'::Empty' | abpLocalization" />
  `,
})
export class Organisations {}
