import { ChangeDetectionStrategy, Component, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import { answerFor } from '../kit/practice';
import { Toasts } from '../kit/toasts';
import { SandboxAnswerKind, SandboxService } from '../proxy/mail';

const answers: readonly { kind: SandboxAnswerKind; icon: string }[] = [
  { kind: SandboxAnswerKind.Reply, icon: 'reply' },
  { kind: SandboxAnswerKind.OutOfOffice, icon: 'airplane' },
  { kind: SandboxAnswerKind.ChooseTime, icon: 'calendar-check' },
  { kind: SandboxAnswerKind.AcceptMeeting, icon: 'check2-circle' },
  { kind: SandboxAnswerKind.DeclineMeeting, icon: 'x-circle' },
  { kind: SandboxAnswerKind.Object, icon: 'hand-thumbs-down' },
  { kind: SandboxAnswerKind.Unsubscribe, icon: 'bell-slash' },
  { kind: SandboxAnswerKind.Bounce, icon: 'exclamation-triangle' },
];

/** Practice mode's other side: what would happen if they answered so? */
@Component({
  selector: 'crm-answer-as-contact',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <button type="button" class="btn btn-outline btn-sm" popovertarget="crm-answer-menu"><i class="bi bi-person-raised-hand" aria-hidden="true"></i>{{ '::Mail:AnswerAs' | abpLocalization: name() }}</button>
    <div #menu popover id="crm-answer-menu" class="menu" role="group" [attr.aria-label]="'::Mail:AnswerAs' | abpLocalization: name()">
      <label for="crm-answer-text">{{ '::Mail:AnswerText' | abpLocalization }}</label>
      <textarea #words id="crm-answer-text" class="form-control" rows="3" maxlength="10000"></textarea>
      <div class="choices">
        @for (answer of answers; track answer.kind) {
          <button type="button" [disabled]="busy()" (click)="answerWith(answer.kind, words.value)"><i class="bi bi-{{ answer.icon }}" aria-hidden="true"></i>{{ '::Mail:Answer:' + answer.kind | abpLocalization }}</button>
        }
      </div>
    </div>
  `,
  styles: `
    :host { anchor-name: --crm-answer; }
    .menu { position-anchor: --crm-answer; position-area: bottom span-left; inset: auto; width: min(420px, calc(100vw - 32px)); margin: 4px 0 0; padding: 12px; border: 1px solid var(--crm-line-strong); border-radius: 8px; background: var(--crm-paper); color: var(--crm-ink); box-shadow: var(--crm-shadow-over); }
    label { margin-bottom: 4px; font-size: 13px; font-weight: 500; }
    .choices { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; margin-top: 8px; }
    .choices button { display: flex; gap: 8px; align-items: center; min-height: 36px; padding: 4px 8px; border: 1px solid var(--crm-line); border-radius: 6px; background: var(--crm-paper); color: var(--crm-ink); text-align: left; font-size: 13px; line-height: 18px; }
    .choices button:hover { background: var(--crm-hover); }
  `,
})
export class AnswerAsContact {
  private readonly sandbox = inject(SandboxService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  /** The last mail that was kept instead of sent. */
  readonly mailId = input.required<string>();
  readonly name = input.required<string>();
  readonly answered = output();
  protected readonly answers = answers;
  protected readonly busy = signal(false);

  protected async answerWith(kind: SandboxAnswerKind, text: string): Promise<void> {
    this.busy.set(true);
    try {
      await firstValueFrom(this.sandbox.createAnswers(answerFor(this.mailId(), kind, text)));
      this.menu().nativeElement.hidePopover();
      this.toasts.done(this.texts.instant('::Mail:Answered', this.name()));
      this.answered.emit();
    } catch {
      // Said in a toast by the host's own sentence.
    } finally {
      this.busy.set(false);
    }
  }
}
