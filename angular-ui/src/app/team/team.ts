import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { commandsWhileHere } from '../commands/command-registry';
import { PageHeader } from '../kit/page-header';
import { CapacityTable } from './capacity-table';
import { HoldDialog } from './hold-dialog';
import { Holds } from './holds';
import { Overrides } from './overrides';
import { OwnerRequests } from './owner-requests';

/** For the head of engagement: who has too much on, who waits for whose word, who opened a gate by hand, and what stands still. */
@Component({
  selector: 'crm-team',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, CapacityTable, HoldDialog, Holds, Overrides, OwnerRequests, PageHeader],
  template: `
    <crm-page-header [heading]="'::Menu:Team' | abpLocalization">
      @if (mayHold) {
        <button type="button" class="btn btn-primary" (click)="placeHold()"><i class="bi bi-pause-circle" aria-hidden="true"></i>{{ '::Team:PlaceHold' | abpLocalization }}</button>
      }
    </crm-page-header>
    <crm-capacity-table />
    <div class="beside">
      <div>
        @if (seesRequests) { <crm-owner-requests /> }
        <crm-overrides />
      </div>
      @if (seesHolds) { <crm-holds [mayLift]="mayHold" /> }
    </div>
    @if (mayHold) { <crm-hold-dialog (placed)="holds()?.reload()" /> }
  `,
  styles: `
    :host { display: block; }
    .beside { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 24px; align-items: start; margin-top: 24px; }
    .beside > div { display: grid; gap: 24px; }
    @media (max-width: 999px) { .beside { grid-template-columns: minmax(0, 1fr); } }
  `,
})
export class Team {
  private readonly permissions = inject(PermissionService);
  private readonly dialog = viewChild(HoldDialog);
  protected readonly holds = viewChild(Holds);
  protected readonly mayHold = this.permissions.getGrantedPolicy('PartnerCrm.Clearance.Holds.Place');
  protected readonly seesHolds = this.permissions.getGrantedPolicy('PartnerCrm.Clearance.Holds');
  protected readonly seesRequests = this.permissions.getGrantedPolicy('PartnerCrm.Clearance.OwnerRequests');

  constructor() {
    commandsWhileHere([
      { id: 'team.hold', title: '::Team:PlaceHold', group: 'here', icon: 'pause-circle', shortcut: 'h', visible: () => this.mayHold, run: () => this.placeHold() },
    ]);
  }

  protected placeHold(): void {
    this.dialog()?.show();
  }
}
