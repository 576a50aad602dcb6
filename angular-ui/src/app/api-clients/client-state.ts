import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { StatusPill } from '../kit/status-pill';

/** Whether a system gets tokens. */
@Component({
  selector: 'crm-client-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, StatusPill],
  template: `<crm-pill [tone]="isActive() ? 'good' : 'neutral'" [icon]="isActive() ? 'check-circle' : 'slash-circle'">{{ (isActive() ? '::ApiClients:State:Active' : '::ApiClients:State:Off') | abpLocalization }}</crm-pill>`,
})
export class ClientState {
  readonly isActive = input.required<boolean>();
}
