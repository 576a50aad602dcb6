import { ChangeDetectionStrategy, Component } from '@angular/core';
import { PageTabs } from '../kit/page-tabs';

@Component({
  selector: 'crm-meeting-tabs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageTabs],
  template: `<crm-page-tabs label="::Menu:Meetings" [tabs]="tabs" />`,
})
export class MeetingTabs {
  protected readonly tabs = [
    { text: '::Meetings:Agenda', link: '/meetings' },
    { text: '::Meetings:Week', link: '/meetings/week' },
    { text: '::Meetings:Offers', link: '/meetings/offers' },
  ];
}
