import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { firstValueFrom, of } from 'rxjs';
import { KeyCaps } from '../commands/key-caps';
import { Conflict, type Difference } from '../kit/conflict';
import { Skeleton } from '../kit/skeleton';
import { Toasts } from '../kit/toasts';
import { AtPipe } from '../kit/when';
import { DraftsService } from '../proxy/mail';
import { DraftKeeping } from './draft-keeping';

const undoSeconds = 10;

/** The composer: what is written is kept on the host while typing; Ctrl+Enter sends, and for ten seconds it can be taken back. */
@Component({
  selector: 'crm-draft-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, Conflict, KeyCaps, LocalizationPipe, Skeleton],
  providers: [DraftKeeping],
  templateUrl: './draft-editor.html',
  styleUrl: './draft-editor.scss',
  host: { '(keydown.control.enter)': 'send($event)', '(keydown.meta.enter)': 'send($event)' },
})
export class DraftEditor {
  private readonly drafts = inject(DraftsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  protected readonly keeping = inject(DraftKeeping);
  readonly contactId = input.required<string>();
  /** None: something new. */
  readonly draftId = input<string>();
  /** They wrote after it was made. */
  readonly isBehind = input(false);
  readonly sent = output();
  /** Something new is on the host now, as a draft like any other. */
  readonly kept = output();
  readonly changed = output();
  readonly left = output();

  protected readonly sending = signal(false);
  protected readonly discarding = signal(false);
  protected readonly opened = rxResource({
    params: () => ({ id: this.draftId() }),
    stream: ({ params: { id } }) => (id ? this.drafts.get(id, { skipHandleError: true }) : of(undefined)),
  });
  protected readonly ready = computed(() => !this.draftId() || !!this.keeping.draft());
  protected readonly footer = computed(() => this.keeping.draft()?.footer);

  constructor() {
    effect(() => {
      const draft = this.opened.hasValue() ? this.opened.value() : undefined;
      this.keeping.contactId = this.contactId();
      if (draft && !untracked(this.keeping.draft)) untracked(() => this.keeping.open(draft));
    });
    effect(() => { if (!this.draftId() && this.keeping.draft()) untracked(() => this.kept.emit()); });
    inject(DestroyRef).onDestroy(() => {
      // Somebody who looks elsewhere within half a second has still written it.
      void this.keeping.keep();
    });
  }

  protected differing(): Difference[] {
    const { subject, text } = this.keeping.words();
    return [
      { field: '::Mail:Subject', theirs: this.keeping.theirs()?.subject ?? '', mine: subject },
      { field: '::Mail:Text', theirs: this.keeping.theirs()?.text ?? '', mine: text },
    ];
  }

  protected async send(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.sending() || !this.keeping.isComplete()) return;
    this.sending.set(true);
    try {
      if (!(await this.keeping.keep())) return;
      const draft = this.keeping.draft()!;
      await firstValueFrom(this.drafts.schedule(draft.id!, { concurrencyStamp: draft.concurrencyStamp, undoSeconds }));
      this.toasts.done(this.texts.instant('::Mail:Sending', draft.toName ?? ''), () => this.takeBack(draft.id!));
      this.sent.emit();
    } catch {
      // Said in a toast by the host's own sentence.
    } finally {
      this.sending.set(false);
    }
  }

  protected async discard(): Promise<void> {
    this.keeping.stop();
    const draft = this.keeping.draft();
    if (!draft) {
      this.left.emit();
      return;
    }
    try {
      await firstValueFrom(this.drafts.discard(draft.id!), { defaultValue: undefined });
      this.keeping.words.set({ subject: draft.subject ?? '', text: draft.text ?? '' });
      this.toasts.done(this.texts.instant('::Mail:Discarded'));
      this.sent.emit();
    } catch {
      // Said in a toast by the host's own sentence.
    }
  }

  private async takeBack(id: string): Promise<void> {
    await firstValueFrom(this.drafts.recall(id));
    this.toasts.done(this.texts.instant('::Mail:Recalled'));
    this.changed.emit();
  }
}
