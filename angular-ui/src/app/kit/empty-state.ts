import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Nothing here, why, and what to do about it (put the button inside). */
@Component({
  selector: 'crm-empty-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <i class="bi bi-{{ icon() }}" aria-hidden="true"></i>
    @if (isPage()) { <h1>{{ heading() }}</h1> } @else { <h2>{{ heading() }}</h2> }
    @if (text(); as text) { <p>{{ text }}</p> }
    <div class="do"><ng-content /></div>
  `,
  host: { '[class.page]': 'isPage()' },
  styles: `
    :host { display: grid; grid-template-columns: minmax(0, 1fr); justify-items: center; gap: 4px; padding: 48px 16px; text-align: center; }
    :host(.page) { align-content: center; min-height: min(560px, 70vh); }
    i { display: grid; place-items: center; width: 48px; height: 48px; margin-bottom: 8px; border-radius: 24px; background: var(--crm-accent-faint); color: var(--crm-accent-text); font-size: 20px; }
    h1, h2 { margin: 0; font-size: 16px; line-height: 24px; font-weight: 600; }
    p { margin: 0; max-width: 56ch; color: var(--crm-soft); }
    .do { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; margin-top: 12px; }
    .do:empty { display: none; }
  `,
})
export class EmptyState {
  readonly icon = input('inbox');
  readonly heading = input.required<string>();
  readonly text = input<string>();
  /** It is the whole page, not a part of one. */
  readonly isPage = input(false);
}
