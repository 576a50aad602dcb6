import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { map } from 'rxjs';
import { oneAtATime } from './busy';
import { Toasts } from './toasts';
import { isSame, queryOf, readQuery, type ViewQuery } from './view-query';
import type { SavedViewDto } from '../proxy/partners/models';
import { SavedViewsService } from '../proxy/partners/saved-views.service';

/** A list's views: which one, whether it was changed, and keeping it. The view and what differs from it are in the address. */
@Component({
  selector: 'crm-saved-views',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  templateUrl: './saved-views.html',
  styleUrl: './saved-views.scss',
})
export class SavedViews {
  readonly list = input.required<string>();
  private readonly views = inject(SavedViewsService);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly once = oneAtATime();
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly busy = this.once.busy;
  protected readonly all = rxResource({ params: () => this.list(), stream: ({ params }) => this.views.getList({ list: params }).pipe(map(read => read.items ?? [])) });
  protected readonly mine = computed(() => this.known().filter(view => view.isMine));
  protected readonly shared = computed(() => this.known().filter(view => !view.isMine));
  protected readonly chosen = computed<SavedViewDto | undefined>(() => this.known().find(view => view.id === this.address().get('view')));
  private readonly now = computed<ViewQuery>(() => queryOf(this.address()));
  protected readonly changed = computed(() => !isSame(this.now(), this.chosen() ? readQuery(this.chosen()!.query ?? '') : {}));
  protected readonly name = signal('');
  protected readonly isShared = signal(false);
  private readonly known = computed(() => (this.all.hasValue() ? this.all.value()! : []));

  protected choose(id: string): void {
    const view = this.known().find(each => each.id === id);
    void this.router.navigate([], { relativeTo: this.route, queryParams: view ? { ...readQuery(view.query ?? ''), view: view.id } : {} });
  }

  protected revert(): void {
    this.choose(this.chosen()?.id ?? '');
  }

  protected async save(): Promise<void> {
    const view = this.chosen();
    if (!view) return;
    const done = await this.once.run(() => this.views.update(view.id!, { list: this.list(), name: view.name!, query: JSON.stringify(this.now()), isShared: view.isShared, concurrencyStamp: view.concurrencyStamp }));
    if (!done) return;
    this.all.reload();
    this.toasts.done(this.texts.instant('::Views:Saved', view.name!));
  }

  protected ask(): void {
    this.name.set('');
    this.isShared.set(false);
    this.dialog().nativeElement.showModal();
  }

  protected putAway(): void {
    this.dialog().nativeElement.close();
  }

  /** Always a new one: the view one started from stays as it was. */
  protected async saveAs(): Promise<void> {
    const name = this.name().trim();
    if (!name) return;
    const done = await this.once.run(() => this.views.create({ list: this.list(), name, query: JSON.stringify(this.now()), isShared: this.isShared() }));
    if (!done) return;
    this.putAway();
    this.all.reload();
    this.toasts.done(this.texts.instant('::Views:Saved', name));
    await this.router.navigate([], { relativeTo: this.route, queryParams: { view: done.value.id }, queryParamsHandling: 'merge' });
  }

  protected async remove(): Promise<void> {
    const view = this.chosen();
    if (!view || !(await this.once.run(() => this.views.delete(view.id!)))) return;
    this.choose('');
    this.all.reload();
    this.toasts.done(this.texts.instant('::Views:Removed', view.name!), async () => {
      await this.once.run(() => this.views.create({ list: view.list!, name: view.name!, query: view.query!, isShared: view.isShared }));
      this.all.reload();
    });
  }
}
