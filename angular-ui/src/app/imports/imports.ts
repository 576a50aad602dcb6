import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { rxResource, takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { EMPTY, interval, switchMap } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';
import { StatusPill } from '../kit/status-pill';
import { View } from '../kit/view';
import { NumberPipe, When } from '../kit/when';
import { ImportsService } from '../proxy/sources/imports.service';
import { DropZone } from './drop-zone';
import { importTones } from './import-words';
import { WaitingFile } from './waiting-file';

const askedEveryMilliseconds = 1500;

/** Files come in here; what is being read renews itself, also after a reload. */
@Component({
  selector: 'crm-imports',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, DropZone, EmptyState, NumberPipe, PageHeader, StatusPill, View, WaitingFile, When],
  templateUrl: './imports.html',
  styleUrl: './imports.scss',
})
export class Imports {
  private readonly imports = inject(ImportsService);
  private readonly router = inject(Router);
  protected readonly mayRead = inject(PermissionService).getGrantedPolicy('PartnerCrm.Sources.Imports.Create');
  protected readonly tones = importTones;
  private readonly zone = viewChild(DropZone);
  protected readonly waiting = signal<readonly File[]>([]);
  protected readonly before = rxResource({ stream: () => this.imports.getList({ skipCount: 0, maxResultCount: 50 }) });
  private readonly reading = computed(() => this.before.hasValue() && (this.before.value()?.items ?? []).some(each => each.status === 'Queued' || each.status === 'Reading'));

  constructor() {
    toObservable(this.reading).pipe(switchMap(on => (on ? interval(askedEveryMilliseconds) : EMPTY)), takeUntilDestroyed()).subscribe(() => this.before.reload());
    commandsWhileHere([{ id: 'imports.choose', title: '::Imports:Choose', group: 'here', icon: 'file-earmark-arrow-up', shortcut: 'n', visible: () => this.mayRead, run: () => this.zone()?.choose() }]);
  }

  protected add(files: File[]): void {
    this.waiting.update(before => [...before, ...files]);
  }

  protected leaveOut(file: File): void {
    this.waiting.update(before => before.filter(each => each !== file));
  }

  /** The last one leads to its own page; while others wait they stay here. */
  protected beginAt(file: File, id: string): void {
    this.leaveOut(file);
    this.before.reload();
    if (!this.waiting().length) void this.router.navigate(['/imports', id]);
  }
}
