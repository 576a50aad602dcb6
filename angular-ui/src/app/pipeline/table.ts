import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { CdkMenuTrigger } from '@angular/cdk/menu';
import { LocalizationPipe } from '@abp/ng.core';
import { oneAtATime } from '../kit/busy';
import { Cell, DataList } from '../kit/data-list';
import { EmptyState } from '../kit/empty-state';
import type { Column, ListQuery } from '../kit/list-query';
import { StatusPill } from '../kit/status-pill';
import { ToldOfMany } from '../kit/told-of-many';
import { When } from '../kit/when';
import { BulkAction, RelationshipsService, type RelationshipDto, type Stage } from '../proxy/engagement';
import type { ColleagueDto } from '../proxy/host';
import type { Filters } from './board';
import { icons, stages } from './ladder';
import { MoveMenu } from './move-menu';
import { Moves } from './moves';

/** The same relationships as rows: to sort, to compare, and to do one thing for many. */
@Component({
  selector: 'crm-pipeline-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FormsModule, CdkMenuTrigger, LocalizationPipe, Cell, DataList, EmptyState, MoveMenu, StatusPill, When],
  templateUrl: './table.html',
  styleUrl: './table.scss',
})
export class PipelineTable {
  readonly filters = input.required<Filters>();
  readonly stage = input<Stage>();
  readonly colleagues = input<readonly ColleagueDto[]>([]);
  readonly stageChosen = output<string | undefined>();
  readonly ownerChosen = output<string>();
  readonly cleared = output();

  private readonly relationships = inject(RelationshipsService);
  private readonly moves = inject(Moves);
  private readonly told = inject(ToldOfMany);
  private readonly list = viewChild.required<DataList<RelationshipDto>>(DataList);

  protected readonly stages = stages;
  protected readonly actions = BulkAction;
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly asking = signal<BulkAction | undefined>(undefined);
  protected readonly reason = signal('');
  protected readonly newOwner = signal('');
  private readonly once = oneAtATime();
  protected readonly busy = this.once.busy;
  protected readonly isFiltered = computed(() => !!(this.filters().ownerId || this.filters().organisationId || this.stage()));
  protected readonly columns: readonly Column<RelationshipDto>[] = [
    { key: 'contactName', title: '::Pipeline:Contact', sort: 'contactName', text: row => row.contactName, width: '180px' },
    { key: 'organisation', title: '::Pipeline:Organisation', width: '200px', wideOnly: true },
    { key: 'stage', title: '::Pipeline:Stage', width: '150px' },
    { key: 'next', title: '::Pipeline:NextStep', wideOnly: true },
    { key: 'balance', title: '::Pipeline:Balance', sort: 'reciprocity', width: '90px', wideOnly: true },
    { key: 'owner', title: '::Pipeline:Owner', text: row => row.ownerName, width: '130px', wideOnly: true },
    { key: 'last', title: '::Pipeline:LastTouch', sort: 'lastTouchpointAt', width: '110px', wideOnly: true },
    { key: 'move', title: '::Pipeline:Move', width: '64px', end: true },
  ];
  protected readonly load = computed(() => {
    const { ownerId, organisationId } = this.filters();
    const stage = this.stage();
    return (query: ListQuery) => this.relationships.getList({ ...query, ownerId, organisationId, stage });
  });
  protected readonly link = (row: RelationshipDto) => ['/contacts', row.contactId];

  protected iconOf(stage: Stage): string {
    return icons[stage];
  }

  protected nameOf(colleague: ColleagueDto): string {
    return [colleague.name, colleague.surname].filter(Boolean).join(' ') || colleague.userName;
  }

  protected async move(row: RelationshipDto, to: Stage): Promise<void> {
    await this.moves.move(row, to, { show: () => () => undefined, settle: () => this.list().reload() });
  }

  protected async carryOut(action: BulkAction, more: { reason?: string; ownerId?: string } = {}): Promise<void> {
    const results = await this.once.run(() => this.relationships.actOnMany({ ids: [...this.selected()], action, ...more }));
    if (!results) return;
    this.asking.set(undefined);
    this.reason.set('');
    this.selected.set(this.told.tell(results.value.items ?? []));
    this.list().reload();
  }
}
