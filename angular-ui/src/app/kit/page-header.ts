import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** The top of a screen: its name (also the tab's), a line below it, and what can be done on the right. */
@Component({
  selector: 'crm-page-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="titles">
      <h1><bdi>{{ heading() }}</bdi></h1>
      @if (count() !== undefined) { <span class="count">{{ count() }}</span> }
      <ng-content select="[beside]" />
    </div>
    <div class="actions"><ng-content /></div>
    @if (lead(); as lead) { <p><span>{{ lead }}</span></p> }
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; margin-bottom: 16px; }
    .titles { display: flex; flex: 1 1 auto; flex-wrap: wrap; align-items: center; gap: 8px; min-width: 0; }
    h1 { margin: 0; font-size: 20px; line-height: 28px; font-weight: 600; overflow-wrap: anywhere; }
    .count { color: var(--crm-soft); font-variant-numeric: tabular-nums; }
    .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
    p { flex-basis: 100%; margin: 0; color: var(--crm-soft); }
    p span { display: block; max-width: 72ch; }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly count = input<string | number>();
  readonly lead = input<string>();

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.heading()} · PartnerCrm`));
  }
}
