import { ChangeDetectionStrategy, Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { ConfigStateService, LocalizationPipe } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';
import { ColleaguesService, type ColleagueDto } from '../proxy/host';
import { Stage } from '../proxy/engagement';
import { Board, type Filters } from './board';
import { stages } from './ladder';
import { Moves } from './moves';
import { ReasonDialog } from './reason-dialog';
import { PipelineTable } from './table';

const rememberedAs = 'partnercrm.pipeline';

/** The ladder as a board or a table; what is looked for is in the address. */
@Component({
  selector: 'crm-pipeline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, Board, EmptyState, PageHeader, PipelineTable, ReasonDialog],
  providers: [Moves],
  templateUrl: './pipeline.html',
  styleUrl: './pipeline.scss',
})
export class Pipeline {
  readonly view = input<string>();
  readonly q = input<string>();
  readonly owner = input<string>();
  readonly organisation = input<string>();
  readonly stage = input<string>();

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly me = inject(ConfigStateService).getDeep('currentUser.id') as string;
  private readonly dialog = viewChild.required(ReasonDialog);
  private readonly moves = inject(Moves);
  private typed?: ReturnType<typeof setTimeout>;

  protected readonly stages = stages;
  protected readonly colleagues = rxResource({ stream: () => inject(ColleaguesService).getList({ maxResultCount: 200, skipCount: 0 }).pipe(map(page => page.items ?? [])) });
  protected readonly isTable = computed(() => (this.view() ?? localStorage.getItem(rememberedAs)) === 'table');
  protected readonly filters = computed<Filters>(() => ({ filter: this.q() || undefined, ownerId: this.owner() || undefined, organisationId: this.organisation() || undefined }), { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  protected readonly stageShown = computed(() => stages.find(stage => stage === this.stage()) as Stage | undefined);
  protected readonly isFiltered = computed(() => !!(this.q() || this.owner() || this.organisation() || this.stage()));

  constructor() {
    effect(() => { this.moves.dialog = this.dialog(); });
    commandsWhileHere([
      { id: 'pipeline.mine', title: '::Pipeline:Mine', group: 'here', icon: 'person', run: () => this.filterBy({ owner: this.me }) },
      { id: 'pipeline.board', title: '::Pipeline:Board', group: 'here', icon: 'kanban', visible: () => this.isTable(), run: () => this.show('board') },
      { id: 'pipeline.table', title: '::Pipeline:Table', group: 'here', icon: 'table', visible: () => !this.isTable(), run: () => this.show('table') },
      { id: 'pipeline.clear', title: '::Pipeline:ClearFilters', group: 'here', icon: 'x-lg', visible: () => this.isFiltered(), run: () => this.clear() },
    ]);
  }

  protected nameOf(colleague: ColleagueDto): string {
    return [colleague.name, colleague.surname].filter(Boolean).join(' ') || colleague.userName;
  }

  protected isMe(id: string | undefined): boolean {
    return id === this.me;
  }

  protected show(view: 'board' | 'table'): void {
    localStorage.setItem(rememberedAs, view);
    this.filterBy({ view, page: null, sort: null });
  }

  protected type(text: string): void {
    clearTimeout(this.typed);
    this.typed = setTimeout(() => this.filterBy({ q: text || null }), 120);
  }

  protected filterBy(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { page: null, ...queryParams }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected clear(): void {
    this.filterBy({ q: null, owner: null, organisation: null, stage: null });
  }
}
