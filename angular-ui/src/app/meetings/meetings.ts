import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';

@Component({
  selector: 'crm-meetings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, EmptyState, PageHeader],
  template: `
    <crm-page-header [heading]="'::Menu:Meetings' | abpLocalization" />
    <crm-empty-state icon="calendar3" [heading]="'::Empty' | abpLocalization" />
  `,
})
export class Meetings {}
