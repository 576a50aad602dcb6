import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, input, signal } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';

const quietMilliseconds = 300;

/** Grey rows in place of what is being loaded; nothing at all if it comes within 300 ms. */
@Component({
  selector: 'crm-skeleton',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    @if (shown()) {
      <div role="status"><span class="visually-hidden">{{ '::Loading' | abpLocalization }}</span></div>
      @for (width of widths(); track $index) { <div class="row" aria-hidden="true"><span [style.width.%]="width"></span></div> }
    }
  `,
  styles: `
    :host { display: block; min-height: 36px; }
    .row { display: flex; margin: 0; align-items: center; height: 36px; border-bottom: 1px solid var(--crm-line); }
    :host(.card-plain) { padding-top: 32px; }
    :host(.card-plain) .row { padding: 0 12px; border-top: 1px solid var(--crm-line); border-bottom: 0; }
    .row span { height: 10px; border-radius: 5px; background: var(--crm-sunken); animation: pulse 1.2s ease-in-out infinite alternate; }
    @keyframes pulse { to { opacity: 0.5; } }
    @media (prefers-reduced-motion: reduce) { .row span { animation: none; } }
  `,
})
export class Skeleton {
  readonly rows = input(6);
  protected readonly shown = signal(false);
  protected readonly widths = computed(() => Array.from({ length: this.rows() }, (_, row) => 38 + ((row * 17) % 40)));

  constructor() {
    const timer = setTimeout(() => this.shown.set(true), quietMilliseconds);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
