import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { copyText } from './copy';

/** A value to be taken elsewhere as it is: an id, an address, a secret. It says itself that it was copied: a toast would be behind an open dialog. */
@Component({
  selector: 'crm-copy-value',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <code>{{ text() }}</code>
    <button type="button" class="btn btn-quiet btn-sm" (click)="copy()" (blur)="copied.set(undefined)" [attr.aria-label]="'::Copy:It' | abpLocalization: name()" [title]="'::Copy:It' | abpLocalization: name()"><i class="bi bi-{{ copied() ? 'check2' : 'copy' }}" aria-hidden="true"></i></button>
    <span role="status" [class.visually-hidden]="copied() !== false">@switch (copied()) { @case (true) { {{ '::Today:Copied' | abpLocalization }} } @case (false) { {{ '::Today:NotCopied' | abpLocalization }} } }</span>
  `,
  styles: `
    :host { position: relative; display: inline-grid; grid-template-columns: minmax(0, auto) auto; align-items: center; gap: 0 4px; max-width: 100%; }
    code { font: 13px/20px ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    button { min-width: 28px; padding: 0; }
    @media (pointer: coarse) { button { min-width: 44px; } }
    span { grid-column: 1 / -1; font-size: 12px; line-height: 16px; color: var(--crm-bad); }
  `,
})
export class CopyValue {
  readonly text = input.required<string>();
  /** What it is. */
  readonly name = input.required<string>();
  protected readonly copied = signal<boolean | undefined>(undefined);

  protected async copy(): Promise<void> {
    this.copied.set(await copyText(this.text()));
  }
}
