import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, Injector, afterNextRender, computed, effect, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { firstValueFrom, type Observable } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { Failure } from '../kit/failure';
import { Skeleton } from '../kit/skeleton';
import { Toasts } from '../kit/toasts';
import { AtPipe, When } from '../kit/when';
import { ConversationsService, DraftsService, MailState, MailsService, type ConversationDto, type MailRow } from '../proxy/mail';
import { AnswerAsContact } from './answer-as-contact';
import { DraftEditor } from './draft-editor';
import { MailMessage } from './mail-message';

const everyMilliseconds = 5000;

/** Everything with one contact in one scroll: what went back and forth, what waits, and the draft docked below. */
@Component({
  selector: 'crm-conversation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerAsContact, AtPipe, DraftEditor, Failure, LocalizationPipe, MailMessage, RouterLink, Skeleton, When],
  templateUrl: './conversation.html',
  styleUrl: './conversation.scss',
})
export class Conversation {
  private readonly conversations = inject(ConversationsService);
  private readonly drafts = inject(DraftsService);
  private readonly mails = inject(MailsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly query = toSignal(this.route.queryParamMap);
  readonly contactId = input.required<string>();
  readonly box = input.required<string>();
  readonly practice = input(false);
  readonly changed = output();

  private readonly permissions = inject(PermissionService);
  protected readonly mayWrite = this.permissions.getGrantedPolicy('PartnerCrm.Mail.Drafts.Approve');
  protected readonly mayResolve = this.permissions.getGrantedPolicy('PartnerCrm.Mail.Mails.Resolve');
  protected readonly mayAnswer = this.permissions.getGrantedPolicy('PartnerCrm.Mail.Sandbox');
  protected readonly states = MailState;

  protected readonly opened = rxResource({ params: () => this.contactId(), stream: ({ params }) => this.conversations.get(params, { skipHandleError: true }) });
  /** What was read last stays when reading it again fails. */
  protected readonly conversation = linkedSignal<ConversationDto | undefined, ConversationDto | undefined>({
    source: () => (this.opened.hasValue() ? this.opened.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly shown = computed(() => (this.conversation()?.contactId === this.contactId() ? this.conversation() : undefined));
  protected readonly lines = computed(() => this.shown()?.lines ?? []);
  protected readonly waiting = computed(() => this.shown()?.waiting ?? []);
  protected readonly drafted = computed(() => this.shown()?.drafts ?? []);
  /** The draft that is open; others are listed above it. */
  protected readonly chosen = linkedSignal<string | undefined, string | undefined>({
    source: () => this.contactId(),
    computation: () => undefined,
  });
  protected readonly draft = computed(() => this.drafted().find(each => each.id === this.chosen()) ?? this.drafted()[0]);
  /** Writing something new: until it has been kept, it isn't among the drafts. */
  protected readonly composing = linkedSignal<{ contactId: string; asked: boolean }, boolean>({
    source: () => ({ contactId: this.contactId(), asked: this.query()?.has('write') ?? false }),
    // Once it is kept, the address asks for nothing new any more, but it is still being written.
    computation: (now, before) => now.asked || (before?.source.contactId === now.contactId && before.value),
  });
  protected readonly keptOurs = computed(() => [...this.lines()].reverse().find(line => line.direction === 'FromUs' && line.kind === 'Kept')?.id);
  private scrolledTo?: string;

  constructor() {
    commandsWhileHere([
      { id: 'mail.reply', title: '::Mail:Reply', group: 'here', icon: 'reply', shortcut: 'r', visible: () => this.mayWrite, run: () => this.write() },
    ]);
    const timer = setInterval(() => { if (document.visibilityState === 'visible') this.opened.reload(); }, everyMilliseconds);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    effect(() => {
      const last = this.lines().at(-1)?.id;
      const contact = this.shown()?.contactId;
      if (!contact || this.scrolledTo === `${contact} ${last}`) return;
      untracked(() => { this.scrolledTo = `${contact} ${last}`; });
      setTimeout(() => this.showLast());
    });
  }

  protected write(): void {
    if (!this.draft()) this.composing.set(true);
    afterNextRender({ write: () => this.host.nativeElement.querySelector<HTMLElement>('crm-draft-editor textarea')?.focus() }, { injector: this.injector });
  }

  /** A reload finds it among the drafts. */
  protected kept(): void {
    if (this.query()?.has('write')) void this.router.navigate([], { relativeTo: this.route, queryParams: { write: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected renew(): void {
    this.opened.reload();
    this.changed.emit();
  }

  protected sent(): void {
    this.composing.set(false);
    this.chosen.set(undefined);
    this.renew();
  }

  protected async recall(mail: MailRow): Promise<void> {
    if (await this.said(this.drafts.recall(mail.id!), '::Mail:Recalled')) this.chosen.set(mail.id);
  }

  protected async resolve(mail: MailRow, wasSent: boolean): Promise<void> {
    await this.said(this.mails.resolve(mail.id!, { wasSent }), wasSent ? '::Mail:ResolvedSent' : '::Mail:ResolvedAgain');
  }

  /** The last mail from its beginning. */
  private showLast(): void {
    const scroll = this.host.nativeElement.querySelector<HTMLElement>('.scroll');
    const last = [...(scroll?.querySelectorAll<HTMLElement>('li:has(crm-mail-message)') ?? [])].at(-1);
    if (scroll && last) scroll.scrollTop = last.offsetTop - 16;
  }

  private async said(change: Observable<unknown>, text: string): Promise<boolean> {
    try {
      await firstValueFrom(change, { defaultValue: undefined });
      this.toasts.done(this.texts.instant(text));
      return true;
    } catch {
      return false; // said in a toast by the host's own sentence
    } finally {
      this.renew();
    }
  }
}
