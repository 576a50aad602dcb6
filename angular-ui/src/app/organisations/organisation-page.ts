import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { PageHeader } from '../kit/page-header';
import { StatusPill, type Tone } from '../kit/status-pill';
import { View } from '../kit/view';
import { AtPipe, When } from '../kit/when';
import { OrganisationsService } from '../proxy/partners/organisations.service';

const tones: Record<string, Tone> = { Social: 'info', Email: 'info', Meeting: 'good', Partnership: 'good', Resting: 'neutral', Closed: 'neutral' };

/** Who of us holds it, who is there, and everything the house does with them. */
@Component({
  selector: 'crm-organisation-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, PageHeader, StatusPill, View, When],
  templateUrl: './organisation-page.html',
  styleUrl: './organisation-page.scss',
})
export class OrganisationPage {
  private readonly organisations = inject(OrganisationsService);
  private readonly router = inject(Router);
  protected readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map(params => params.get('id')!)), { requireSync: true });
  protected readonly overview = rxResource({ params: () => this.id(), stream: ({ params }) => this.organisations.getOverview(params) });
  protected readonly mayEdit = inject(PermissionService).getGrantedPolicy('PartnerCrm.Partners.Organisations.Update');
  protected readonly tones = tones;
  /** By stage, the furthest first: what stands in one line above the list. */
  protected readonly stages = computed(() => {
    const counts = new Map<string, number>();
    for (const tie of (this.overview.hasValue() ? this.overview.value()?.relationships : undefined) ?? []) counts.set(tie.stage!, (counts.get(tie.stage!) ?? 0) + 1);
    return ['Partnership', 'Meeting', 'Email', 'Social', 'Resting', 'Closed'].filter(stage => counts.has(stage)).map(stage => ({ stage, count: counts.get(stage)! }));
  });

  constructor() {
    commandsWhileHere([
      { id: 'organisation.edit', title: '::Contacts:Edit', group: 'here', icon: 'pencil', shortcut: 'e', visible: () => this.mayEdit, run: () => this.router.navigate(['/organisations', this.id(), 'edit']) },
      { id: 'organisation.people', title: '::Organisations:AllPeople', group: 'here', icon: 'people', shortcut: 'p', run: () => this.router.navigate(['/contacts'], { queryParams: { organisationId: this.id() } }) },
    ]);
  }
}
