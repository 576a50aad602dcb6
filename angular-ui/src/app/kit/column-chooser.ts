import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import type { Column } from './list-query';

/** Which columns a list shows; in the address, so a saved view keeps them. */
@Component({
  selector: 'crm-column-chooser',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  exportAs: 'crmColumns',
  template: `
    <details #details (focusout)="leave($event)" (keydown.escape)="close()">
      <summary class="btn btn-quiet btn-sm"><i class="bi bi-layout-three-columns" aria-hidden="true"></i>{{ '::List:Columns' | abpLocalization }}</summary>
      <div class="panel" tabindex="-1" role="group" [attr.aria-label]="'::List:Columns' | abpLocalization">
        @for (column of all(); track column.key; let first = $first) {
          <label><input type="checkbox" class="form-check-input" [checked]="first || keys().includes(column.key)" [disabled]="first" (change)="toggle(column.key)">{{ column.title | abpLocalization }}</label>
        }
      </div>
    </details>
  `,
  styles: `
    details { position: relative; }
    summary { list-style: none; }
    summary::-webkit-details-marker { display: none; }
    .panel { position: absolute; right: 0; z-index: 20; display: grid; gap: 2px; min-width: 200px; margin-top: 4px; padding: 8px; border: 1px solid var(--crm-line-strong); border-radius: 8px; background: var(--crm-paper); box-shadow: var(--crm-shadow-over); }
    label { display: flex; align-items: center; gap: 8px; min-height: 28px; padding: 0 4px; font-size: 13px; }
    input { margin: 0; }
    @media (max-width: 767px) { .panel { right: auto; left: 0; } }
  `,
})
export class ColumnChooser<T> {
  readonly all = input.required<readonly Column<T>[]>();
  /** Keys of those shown as long as nobody chose. */
  readonly usual = input.required<readonly string[]>();
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  private readonly details = viewChild.required<ElementRef<HTMLDetailsElement>>('details');
  protected readonly keys = computed(() => shownKeys(this.address().get('cols'), this.usual()));

  protected toggle(key: string): void {
    const now = this.keys();
    const next = this.all().map(column => column.key).filter(each => (each === key ? !now.includes(key) : now.includes(each)));
    const cols = next.join() === this.usual().join() ? null : next.join();
    void this.router.navigate([], { relativeTo: this.route, queryParams: { cols }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected close(): void {
    this.details().nativeElement.open = false;
  }

  protected leave(event: FocusEvent): void {
    if (!this.details().nativeElement.contains(event.relatedTarget as Node | null)) this.close();
  }
}

export function shownKeys(cols: string | null, usual: readonly string[]): string[] {
  return cols ? cols.split(',') : [...usual];
}

/** The columns that are on; the first one always is. */
export function shownColumns<T>(all: readonly Column<T>[], cols: string | null, usual: readonly string[]): Column<T>[] {
  const keys = shownKeys(cols, usual);
  return all.filter((column, at) => at === 0 || keys.includes(column.key));
}
