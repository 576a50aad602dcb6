import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { Toasts } from './toasts';

@Component({
  selector: 'crm-toast-stack',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    @for (toast of toasts.shown(); track toast.id) {
      <div
        class="toast-line" [class.failed]="toast.tone === 'failed'" animate.enter="entering"
        (mouseenter)="toasts.letStay(toast.id)" (mouseleave)="toasts.letGo(toast.id)" (focusin)="toasts.letStay(toast.id)" (focusout)="toasts.letGo(toast.id)">
        <i class="bi bi-{{ toast.tone === 'failed' ? 'exclamation-triangle' : 'check2' }}" aria-hidden="true"></i>
        <span>{{ toast.text }}</span>
        @if (toast.undo) { <button type="button" (click)="toasts.undo(toast)">{{ '::Undo' | abpLocalization }} <kbd aria-hidden="true">Z</kbd></button> }
        <button type="button" (click)="toasts.dismiss(toast.id)" [attr.aria-label]="'::Dismiss' | abpLocalization"><i class="bi bi-x-lg" aria-hidden="true"></i></button>
      </div>
    }
  `,
  host: { role: 'status', 'aria-live': 'polite' },
  styles: `
    :host { position: fixed; z-index: 1080; inset: auto 16px 16px auto; display: grid; gap: 8px; max-width: min(440px, calc(100vw - 32px)); }
    .toast-line { display: flex; align-items: center; gap: 8px; padding: 8px 8px 8px 12px; border-radius: 6px; background: var(--crm-ink); color: #fff; box-shadow: var(--crm-shadow-over); }
    .failed { background: var(--crm-bad); }
    span { flex: 1; overflow-wrap: anywhere; }
    button { min-width: 24px; min-height: 28px; padding: 0 8px; border: 0; border-radius: 4px; background: rgb(255 255 255 / 14%); color: inherit; font-weight: 500; white-space: nowrap; }
    button:focus-visible { outline-color: #fff; }
    kbd { background: none; border-color: rgb(255 255 255 / 40%); color: inherit; }
    .entering { animation: enter 120ms ease-out; }
    @keyframes enter { from { opacity: 0; transform: translateY(8px); } }
    @media (prefers-reduced-motion: reduce) { .entering { animation: none; } }
  `,
})
export class ToastStack {
  protected readonly toasts = inject(Toasts);
}
