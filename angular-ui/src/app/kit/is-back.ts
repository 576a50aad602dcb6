import { ChangeDetectionStrategy, Component, output } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';

/** What was written here before and never saved is there again; or it goes. */
@Component({
  selector: 'crm-is-back',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `<p role="status"><i class="bi bi-arrow-counterclockwise" aria-hidden="true"></i>{{ '::Plans:IsBack' | abpLocalization }}<button type="button" class="btn btn-quiet btn-sm" (click)="dropped.emit()">{{ '::Plans:Discard' | abpLocalization }}</button></p>`,
  styles: `p { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 0 0 12px; padding: 8px 12px; border-radius: 6px; background: var(--crm-accent-faint); color: var(--crm-accent-strong); }`,
})
export class IsBack {
  readonly dropped = output();
}
