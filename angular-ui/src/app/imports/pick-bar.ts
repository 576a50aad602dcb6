import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { oneAtATime } from '../kit/busy';
import { Team } from '../kit/team';
import { AtPipe } from '../kit/when';
import { CapacitiesService } from '../proxy/engagement/capacities.service';
import { PlaybooksService } from '../proxy/engagement/playbooks.service';
import { ImportsService } from '../proxy/sources/imports.service';
import type { CandidateRow } from '../proxy/sources/models';
import { shareOut } from './import-words';

/** For whom, by which plan, and how many of those chosen there is room for. */
@Component({
  selector: 'crm-pick-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, AtPipe],
  templateUrl: './pick-bar.html',
  styleUrl: './pick-bar.scss',
})
export class PickBar {
  readonly importId = input.required<string>();
  readonly chosen = input.required<readonly CandidateRow[]>();
  readonly picked = output<readonly string[]>();
  private readonly imports = inject(ImportsService);
  private readonly capacities = inject(CapacitiesService);
  private readonly playbooks = inject(PlaybooksService);
  private readonly once = oneAtATime();
  protected readonly team = inject(Team);
  protected readonly busy = this.once.busy;
  protected readonly plans = rxResource({ stream: () => this.playbooks.getList({ skipCount: 0, maxResultCount: 100 }).pipe(map(page => page.items ?? [])) });
  protected readonly ownerId = linkedSignal(() => this.team.me() ?? '');
  protected readonly planId = linkedSignal(() => (this.plans.hasValue() ? (this.plans.value()?.[0]?.id ?? '') : ''));
  protected readonly room = rxResource({ params: () => this.ownerId() || undefined, stream: ({ params }) => this.capacities.get(params) });
  protected readonly shares = computed(() => shareOut(this.chosen().length, this.room.hasValue() ? (this.room.value()?.free ?? 0) : 0));
  /** Of the week's starts: those begun, and those chosen now. */
  protected readonly meter = computed(() => {
    const room = this.room.hasValue() ? this.room.value() : undefined;
    const limit = Math.max(1, room?.startsLimit ?? 1);
    return { begun: Math.min(100, ((room?.startedThisWeek ?? 0) / limit) * 100), chosen: Math.min(100, (this.shares().now / limit) * 100) };
  });

  /** Also the button's: a key does what it would do. */
  protected readonly mayPick = computed(() => this.chosen().length > 0 && !!this.planId() && !this.busy());

  constructor() {
    commandsWhileHere([{ id: 'imports.pick', title: '::Imports:Pick', group: 'here', icon: 'person-plus', shortcut: 'p', visible: () => this.chosen().length > 0, enabled: () => this.mayPick(), run: () => this.pick() }]);
  }

  async pick(): Promise<void> {
    const candidateIds = this.chosen().map(each => each.id!);
    if (!this.mayPick()) return;
    const done = await this.once.run(() => this.imports.createPicks(this.importId(), { candidateIds, ownerId: this.ownerId() || null, playbookId: this.planId() }));
    if (!done) return;
    this.room.reload();
    this.picked.emit(done.value.candidateIds ?? candidateIds);
  }
}
