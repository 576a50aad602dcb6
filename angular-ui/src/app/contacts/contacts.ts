import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';

@Component({
  selector: 'crm-contacts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, EmptyState, PageHeader],
  template: `
    <crm-page-header [heading]="'::Menu:Contacts' | abpLocalization" />
    <crm-empty-state icon="people" [heading]="'::Empty' | abpLocalization" />
  `,
})
export class Contacts {}
