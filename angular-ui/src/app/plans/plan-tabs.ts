import { ChangeDetectionStrategy, Component } from '@angular/core';
import { PageTabs } from '../kit/page-tabs';

/** Plans and the words they send are two sides of one thing. */
@Component({
  selector: 'crm-plan-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageTabs],
  template: `<crm-page-tabs label="::Menu:Plans" [tabs]="tabs" />`,
})
export class PlanTabs {
  protected readonly tabs = [
    { text: '::Menu:Plans', link: '/plans' },
    { text: '::Templates', link: '/plans/templates' },
  ];
}
