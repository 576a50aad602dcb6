import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { sentenceOf } from './sentence';

/** What could not be loaded, why in the host's words, and a way to try again. */
@Component({
  selector: 'crm-failure',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <i class="bi bi-exclamation-triangle" aria-hidden="true"></i>
    <div role="alert">
      <h2>{{ '::Failure:Title' | abpLocalization }}</h2>
      <p>{{ sentence() ?? ('::Failure:Text' | abpLocalization) }}</p>
    </div>
    <button type="button" class="btn btn-outline" (click)="retry.emit()">{{ '::Failure:Retry' | abpLocalization }}</button>
  `,
  styles: `
    :host { display: flex; flex-wrap: wrap; align-items: center; gap: 12px; padding: 16px; border: 1px solid var(--crm-line); border-left: 3px solid var(--crm-bad); border-radius: 6px; background: var(--crm-paper); }
    i { color: var(--crm-bad); font-size: 20px; }
    div { flex: 1 1 240px; }
    h2 { margin: 0; font-size: 14px; line-height: 20px; font-weight: 600; }
    p { margin: 0; color: var(--crm-soft); }
  `,
})
export class Failure {
  readonly error = input<unknown>();
  readonly retry = output();
  protected readonly sentence = computed(() => sentenceOf(this.error()));
}
