import { ChangeDetectionStrategy, Component, ElementRef, output, signal, viewChild } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import type { ApiClientSecretDto } from '../proxy/host/models';
import { AccessFacts } from './access-facts';

/** A new secret, seen this once: it is nowhere but in this dialog, and goes with it. So neither Escape nor a click beside it closes it. */
@Component({
  selector: 'crm-secret-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, AccessFacts],
  template: `
    <dialog #dialog closedby="none" aria-labelledby="crm-secret-title" aria-describedby="crm-secret-once" (cancel)="$event.preventDefault()" (close)="forget()">
      @if (given(); as given) {
        <h2 id="crm-secret-title">{{ '::ApiClients:SecretTitle' | abpLocalization: given.name }}</h2>
        <p id="crm-secret-once"><i class="bi bi-exclamation-triangle" aria-hidden="true"></i>{{ '::ApiClients:Once' | abpLocalization }}</p>
        <crm-access-facts [clientId]="given.it.clientId" [secret]="given.it.secret" />
        <footer><button type="button" class="btn btn-primary" (click)="dialog.close()">{{ '::ApiClients:Kept' | abpLocalization }}</button></footer>
      }
    </dialog>
  `,
  styles: `
    dialog { width: min(600px, calc(100vw - 24px)); max-height: 88vh; padding: 20px; border: 1px solid var(--crm-line-strong); border-radius: 10px; background: var(--crm-paper); color: var(--crm-ink); box-shadow: var(--crm-shadow-over); }
    dialog::backdrop { background: rgb(16 24 32 / 32%); }
    h2 { margin: 0 0 12px; font-size: 16px; line-height: 24px; overflow-wrap: anywhere; }
    p { display: flex; gap: 8px; margin: 0 0 12px; padding: 8px 12px; border-radius: 6px; background: var(--crm-warn-faint); }
    p i { color: var(--crm-warn); }
    footer { display: flex; justify-content: flex-end; margin-top: 16px; }
  `,
})
export class SecretDialog {
  readonly closed = output();
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly given = signal<{ it: ApiClientSecretDto; name: string } | undefined>(undefined);

  show(it: ApiClientSecretDto, name: string): void {
    this.given.set({ it, name });
    // Drawn first, so that the focus goes into it.
    setTimeout(() => this.dialog().nativeElement.showModal());
  }

  protected forget(): void {
    this.given.set(undefined);
    this.closed.emit();
  }
}
