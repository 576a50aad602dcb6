import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';

@Component({
  selector: 'crm-welcome',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, EmptyState, PageHeader],
  template: `
    <crm-page-header [heading]="'::Menu:Welcome' | abpLocalization" />
    <crm-empty-state icon="stars" [heading]="'::Empty' | abpLocalization" />
  `,
})
export class Welcome {}
