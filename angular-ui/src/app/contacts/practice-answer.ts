import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { map, of } from 'rxjs';
import { oneAtATime } from '../kit/busy';
import { holding } from '../kit/held';
import { answerFor } from '../kit/practice';
import { Toasts } from '../kit/toasts';
import { When } from '../kit/when';
import { MailState } from '../proxy/mail/mail-state.enum';
import { MailsService } from '../proxy/mail/mails.service';
import { SandboxAnswerKind } from '../proxy/mail/sandbox-answer-kind.enum';
import { SandboxService } from '../proxy/mail/sandbox.service';

/** Practice mode: nothing was sent, so whoever practises answers for the contact. */
@Component({
  selector: 'crm-practice-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, When],
  templateUrl: './practice-answer.html',
  styleUrl: './practice-answer.scss',
})
export class PracticeAnswer {
  readonly contactId = input.required<string>();
  readonly name = input('');
  readonly happened = input(0);
  readonly answered = output();
  private readonly mails = inject(MailsService);
  private readonly sandbox = inject(SandboxService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly permissions = inject(PermissionService);
  private readonly once = oneAtATime();
  protected readonly busy = this.once.busy;
  protected readonly may = this.permissions.getGrantedPolicy('PartnerCrm.Mail.Sandbox') && this.permissions.getGrantedPolicy('PartnerCrm.Mail.Mails');
  /** Mails that practice mode kept, the last one first. */
  protected readonly kept = rxResource({
    params: () => ({ id: this.contactId(), at: this.happened() }),
    stream: ({ params }) => (this.may
      ? this.mails.getList({ contactId: params.id, state: MailState.Kept, skipCount: 0, maxResultCount: 50 }).pipe(
        map(page => [...(page.items ?? [])].sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? ''))))
      : of([])),
  });
  // Held while it is read again: somebody may be writing the answer.
  private readonly seen = holding(() => this.kept);
  protected readonly last = computed(() => this.seen().value?.[0]);
  protected readonly open = signal(false);
  protected readonly text = signal('');
  protected readonly choices = computed(() => {
    const template = this.last()?.template ?? '';
    const kinds = [SandboxAnswerKind.Reply, SandboxAnswerKind.OutOfOffice, SandboxAnswerKind.Object, SandboxAnswerKind.Unsubscribe, SandboxAnswerKind.Bounce];
    if (template === 'meeting-offer') kinds.unshift(SandboxAnswerKind.ChooseTime);
    if (template === 'meeting-invitation') kinds.unshift(SandboxAnswerKind.AcceptMeeting, SandboxAnswerKind.DeclineMeeting);
    return kinds;
  });

  protected async answer(kind: SandboxAnswerKind): Promise<void> {
    const mail = this.last();
    if (!mail) return;
    const done = await this.once.run(() => this.sandbox.createAnswers(answerFor(mail.id!, kind, this.text())));
    if (!done) return;
    this.toasts.done(this.texts.instant('::Practice:Answered', this.name()));
    this.text.set('');
    this.open.set(false);
    this.answered.emit();
  }
}
