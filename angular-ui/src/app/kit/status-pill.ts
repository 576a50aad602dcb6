import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

const icons: Record<Tone, string> = { neutral: 'circle', info: 'info-circle', good: 'check-circle', warn: 'exclamation-circle', bad: 'x-circle' };

/** A state in a word, with a colour and an icon: never by colour alone. */
@Component({
  selector: 'crm-pill',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<i class="bi bi-{{ shown() }}" aria-hidden="true"></i><ng-content />`,
  host: { '[attr.data-tone]': 'tone()' },
  styles: `
    :host { display: inline-flex; align-items: center; gap: 4px; min-height: 20px; padding: 0 8px; border-radius: 10px; background: var(--crm-sunken); color: var(--crm-ink); font-size: 12px; line-height: 20px; font-weight: 500; white-space: nowrap; }
    i { font-size: 12px; color: var(--crm-soft); }
    :host([data-tone=info]) { background: var(--crm-accent-faint); i { color: var(--crm-accent-text); } }
    :host([data-tone=good]) { background: var(--crm-good-faint); color: var(--crm-good); i { color: var(--crm-good); } }
    :host([data-tone=warn]) { background: var(--crm-warn-faint); color: var(--crm-warn); i { color: var(--crm-warn); } }
    :host([data-tone=bad]) { background: var(--crm-bad-faint); color: var(--crm-bad); i { color: var(--crm-bad); } }
  `,
})
export class StatusPill {
  readonly tone = input<Tone>('neutral');
  readonly icon = input<string>();
  protected readonly shown = computed(() => this.icon() ?? icons[this.tone()]);
}
