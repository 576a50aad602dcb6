import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { againWhenBack } from '../host/connection';
import { isUnreachable, sentenceOf } from './sentence';

/** What could not be loaded, why in the host's words, and a way to try again; without a connection it tries again by itself when that is back. */
@Component({
  selector: 'crm-failure',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <i class="bi bi-{{ isUnreachable() ? 'wifi-off' : 'exclamation-triangle' }}" aria-hidden="true"></i>
    <div role="alert">
      <h2>{{ '::Failure:Title' | abpLocalization }}</h2>
      <p>{{ sentence() ?? ((isUnreachable() ? '::Failure:NoConnection' : '::Failure:Text') | abpLocalization) }}</p>
    </div>
    <button type="button" class="btn btn-outline" (click)="retry.emit()">{{ '::Failure:Retry' | abpLocalization }}</button>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; padding: 16px; border: 1px solid var(--crm-line); border-left: 3px solid var(--crm-bad); border-radius: 6px; background: var(--crm-paper); }
    i { color: var(--crm-bad); font-size: 20px; }
    div { flex: 1 1 240px; }
    h2 { margin: 0; font-size: 14px; line-height: 20px; font-weight: 600; }
    p { margin: 0; max-width: 72ch; color: var(--crm-soft); overflow-wrap: anywhere; }
  `,
})
export class Failure {
  readonly error = input<unknown>();
  readonly retry = output();
  protected readonly sentence = computed(() => sentenceOf(this.error()));
  protected readonly isUnreachable = computed(() => isUnreachable(this.error()));

  constructor() {
    againWhenBack(this.error, () => this.retry.emit());
  }
}
