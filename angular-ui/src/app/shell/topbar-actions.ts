import { ChangeDetectionStrategy, Component } from '@angular/core';
import { PersonMenu } from './person-menu';

@Component({
  selector: 'crm-topbar-actions',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PersonMenu],
  template: `<crm-person-menu />`,
})
export class TopbarActions {}
