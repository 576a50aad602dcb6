import { ChangeDetectionStrategy, Component, ElementRef, effect, inject, untracked, viewChild } from '@angular/core';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { Connection } from '../host/connection';
import { Session } from '../host/session';
import { Toasts } from '../kit/toasts';

/** What keeps one from working for a while: no connection, a session that ended. The page below it stays as it is. */
@Component({
  selector: 'crm-interruption',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <div role="status" aria-live="polite">
      @if (connection.lost()) {
        <p><i class="bi bi-wifi-off" aria-hidden="true"></i><span>{{ '::Connection:Lost' | abpLocalization }}</span><span class="turning" aria-hidden="true"></span></p>
      } @else if (session.isOver()) {
        <p><i class="bi bi-lock" aria-hidden="true"></i><span>{{ '::Session:Over' | abpLocalization }}</span><button type="button" class="btn btn-sm" (click)="session.signInAgain()">{{ '::Session:Again' | abpLocalization }}</button></p>
      }
    </div>
    <dialog #dialog aria-labelledby="crm-session-over">
      <h2 id="crm-session-over">{{ '::Session:Over' | abpLocalization }}</h2>
      <p>{{ (session.isShut() ? '::Session:Shut' : '::Session:Text') | abpLocalization }}</p>
      <div class="do">
        <button type="button" class="btn btn-outline" (click)="dialog.close()">{{ '::Session:Later' | abpLocalization }}</button>
        <button type="button" class="btn btn-primary" autofocus (click)="session.signInAgain()">{{ '::Session:Again' | abpLocalization }}</button>
      </div>
    </dialog>
  `,
  styles: `
    [role=status] { position: fixed; z-index: 1090; inset: auto 0 16px; display: grid; justify-items: center; pointer-events: none; }
    [role=status] p { display: flex; align-items: center; gap: 10px; max-width: min(640px, calc(100vw - 32px)); margin: 0; padding: 10px 14px; border: 1px solid var(--crm-warn); border-radius: 8px; background: var(--crm-warn-faint); color: var(--crm-ink); box-shadow: var(--crm-shadow-over); pointer-events: auto; }
    [role=status] i { color: var(--crm-warn); font-size: 16px; }
    .turning { flex: none; color: var(--crm-warn); }
    .btn { flex: none; --bs-btn-bg: var(--crm-paper); --bs-btn-border-color: var(--crm-line-strong); }
    dialog { width: min(440px, calc(100vw - 32px)); padding: 20px; border: 1px solid var(--crm-line-strong); border-radius: 10px; background: var(--crm-paper); color: var(--crm-ink); box-shadow: var(--crm-shadow-over); }
    dialog::backdrop { background: rgb(16 24 32 / 32%); }
    h2 { margin: 0 0 8px; font-size: 16px; line-height: 24px; font-weight: 600; }
    dialog p { margin: 0; color: var(--crm-ink-2); }
    .do { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; margin-top: 16px; }
    @media (max-width: 767px) { [role=status] { inset: 60px 0 auto; } }
  `,
})
export class Interruption {
  protected readonly connection = inject(Connection);
  protected readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => { if (this.connection.returned()) untracked(() => this.toasts.done(this.texts.instant('::Connection:Back'))); });
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (!this.session.isOver()) dialog.close();
      else if (!dialog.open) dialog.showModal();
    });
  }
}
