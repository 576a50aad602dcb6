import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import { MailBody } from '../kit/mail-body';
import { StatusPill, type Tone } from '../kit/status-pill';
import { AtPipe, When } from '../kit/when';
import { MailsService, type ConversationLine } from '../proxy/mail';
import { withoutQuoted } from './quoted';

const tones: Record<string, Tone> = { Objection: 'bad', Bounce: 'bad', AutoReply: 'neutral', CalendarReply: 'info', Receipt: 'neutral', Unknown: 'neutral', Kept: 'neutral' };

/** One mail: folded to its first words, or open. Ours can be seen as it went out. */
@Component({
  selector: 'crm-mail-message',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, LocalizationPipe, MailBody, StatusPill, When],
  template: `
    <article [class.theirs]="line().direction === 'FromThem'" [class.folded]="!unfolded()">
      <h3>
        <button type="button" [attr.aria-expanded]="unfolded()" (click)="unfolded.set(!unfolded())">
          <span class="initials" aria-hidden="true">{{ initials() }}</span>
          <b>{{ line().who }}</b>
          @if (tone(); as tone) { <crm-pill [tone]="tone">{{ '::Mail:Kind:' + line().kind | abpLocalization }}</crm-pill> }
          <span class="excerpt">{{ unfolded() ? line().subject : words().said }}</span>
          <crm-when [at]="line().at" />
        </button>
      </h3>
      @if (unfolded()) {
        <div class="body">
          <p class="soft">{{ line().at | crmAt: 'full' }}</p>
          @if (html(); as html) { <crm-mail-body [html]="html" [label]="line().subject" /> } @else { <p class="text" dir="auto">{{ words().said }}</p> }
          @if (words().quoted && !html()) {
            @if (withQuoted()) { <p class="text soft" dir="auto">{{ words().quoted }}</p> }
            <button type="button" class="as-sent" [attr.aria-expanded]="withQuoted()" (click)="withQuoted.set(!withQuoted())">{{ (withQuoted() ? '::Mail:HideQuoted' : '::Mail:ShowQuoted') | abpLocalization }}</button>
          }
          @if (line().direction === 'FromUs') {
            <button type="button" class="as-sent" [attr.aria-pressed]="!!html()" (click)="showAsSent()">{{ (html() ? '::Mail:AsText' : '::Mail:AsSent') | abpLocalization }}</button>
          }
        </div>
      }
    </article>
  `,
  styles: `
    article { border: 1px solid var(--crm-line); border-radius: 8px; background: var(--crm-paper); }
    article.theirs { border-left: 3px solid var(--crm-accent); }
    h3 { margin: 0; }
    h3 button { display: flex; gap: 8px; align-items: center; width: 100%; min-height: 40px; padding: 4px 12px; border: 0; border-radius: 8px; background: none; color: var(--crm-ink); font: inherit; font-weight: 400; text-align: left; }
    h3 button:hover { background: var(--crm-hover); }
    b { font-weight: 500; white-space: nowrap; }
    .initials { display: grid; flex: none; place-items: center; width: 24px; height: 24px; border-radius: 12px; background: var(--crm-sunken); color: var(--crm-ink-2); font-size: 12px; font-weight: 500; }
    .theirs .initials { background: var(--crm-accent-faint); color: var(--crm-accent-text); }
    .excerpt { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--crm-soft); font-size: 13px; }
    crm-when { flex: none; font-size: 12px; color: var(--crm-soft); }
    .body { padding: 0 16px 12px 44px; }
    .body > .soft { margin: 0 0 8px; font-size: 12px; line-height: 16px; }
    .text { margin: 0; max-width: 72ch; white-space: pre-wrap; overflow-wrap: anywhere; }
    crm-mail-body { margin: 0 -16px 0 -16px; }
    .as-sent { min-height: 24px; margin: 8px 0 0 -4px; padding: 0 4px; border: 0; border-radius: 4px; background: none; color: var(--crm-soft); font-size: 12px; text-decoration: underline; text-underline-offset: 2px; }
    @media (max-width: 600px) { .body { padding-left: 16px; } h3 button { flex-wrap: wrap; } h3 button .excerpt { display: none; } h3 crm-when { margin-left: auto; } }
  `,
})
export class MailMessage {
  private readonly mails = inject(MailsService);
  readonly line = input.required<ConversationLine>();
  readonly open = input(false);
  protected readonly unfolded = linkedSignal(() => this.open());
  protected readonly words = computed(() => withoutQuoted(this.line().text));
  protected readonly withQuoted = signal(false);
  protected readonly html = signal<string | undefined>(undefined);
  protected readonly tone = computed(() => tones[this.line().kind ?? '']);
  protected readonly initials = computed(() => (this.line().who ?? '').split(/\s+/).filter(Boolean).map(word => word[0]).slice(0, 2).join('').toLocaleUpperCase());

  protected async showAsSent(): Promise<void> {
    if (this.html()) this.html.set(undefined);
    else this.html.set((await firstValueFrom(this.mails.get(this.line().id!))).html || undefined);
  }
}
