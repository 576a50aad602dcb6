import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { EmptyState } from '../kit/empty-state';

@Component({
  selector: 'crm-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, EmptyState],
  template: `
    <crm-empty-state icon="signpost-split" [isPage]="true" [heading]="'::NotFound:Title' | abpLocalization" [text]="'::NotFound:Text' | abpLocalization">
      <a class="btn btn-primary" routerLink="/">{{ '::NotFound:Home' | abpLocalization }}</a>
    </crm-empty-state>
  `,
})
export class NotFound {}
