import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { map } from 'rxjs';
import { EmptyState } from '../kit/empty-state';
import { StatusPill } from '../kit/status-pill';
import { View } from '../kit/view';
import { AtPipe } from '../kit/when';
import { CapacitiesService } from '../proxy/engagement';
import { loadOf } from './load';

/** Who has how much on, those with too much first. */
@Component({
  selector: 'crm-capacity-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, EmptyState, StatusPill, View],
  templateUrl: './capacity-table.html',
  styleUrl: './capacity-table.scss',
})
export class CapacityTable {
  private readonly capacities = inject(CapacitiesService);
  protected readonly owners = rxResource({
    stream: () => this.capacities.getTeam().pipe(map(list => (list.items ?? []).map(owner => ({ ...owner, load: loadOf(owner) })))),
  });
}
