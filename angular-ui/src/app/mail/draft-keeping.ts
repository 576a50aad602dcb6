import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Connection } from '../host/connection';
import { isStale } from '../kit/sentence';
import { DraftsService, type DraftDto } from '../proxy/mail';

export interface DraftWords {
  subject: string;
  text: string;
}

const typingMilliseconds = 500;

/**
 * Keeps a draft on the host while it is written: half a second after the last key, one request at a time, each with the version it was made from.
 * What a colleague or another tab saved meanwhile is never overwritten unseen. One for each editor.
 */
@Injectable()
export class DraftKeeping {
  private readonly drafts = inject(DraftsService);
  private timer?: ReturnType<typeof setTimeout>;
  private underWay?: Promise<void>;
  private saved: DraftWords = { subject: '', text: '' };

  contactId = '';
  readonly draft = signal<DraftDto | undefined>(undefined);
  readonly words = signal<DraftWords>({ subject: '', text: '' });
  readonly savedAt = signal<Date | undefined>(undefined);
  readonly saving = signal(false);
  readonly failed = signal(false);
  /** What stands there now, where it isn't what ours was made from. */
  readonly theirs = signal<DraftDto | undefined>(undefined);
  /** It can be sent; kept it is from the first letter. */
  readonly isComplete = computed(() => !!this.words().subject.trim() && !!this.words().text.trim());

  constructor() {
    const connection = inject(Connection);
    effect(() => { if (connection.returned()) untracked(() => { if (this.failed()) void this.keep(); }); });
  }

  open(draft: DraftDto): void {
    this.draft.set(draft);
    this.saved = { subject: draft.subject ?? '', text: draft.text ?? '' };
    this.words.set(this.saved);
  }

  get isKept(): boolean {
    return this.words().subject === this.saved.subject && this.words().text === this.saved.text;
  }

  write(words: Partial<DraftWords>): void {
    this.words.update(now => ({ ...now, ...words }));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.keep(), typingMilliseconds);
  }

  /** Everything typed is on the host, or it says why not. */
  async keep(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.underWay;
    if (this.isKept || this.theirs()) return this.isKept;
    this.underWay = this.send();
    await this.underWay;
    return this.isKept;
  }

  overwrite(): Promise<boolean> {
    const theirs = this.theirs()!;
    this.draft.set({ ...this.draft()!, concurrencyStamp: theirs.concurrencyStamp });
    this.saved = { subject: theirs.subject ?? '', text: theirs.text ?? '' };
    this.theirs.set(undefined);
    return this.keep();
  }

  takeTheirs(): void {
    this.open(this.theirs()!);
    this.theirs.set(undefined);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async send(): Promise<void> {
    const words = this.words();
    const before = this.draft();
    this.saving.set(true);
    try {
      const quietly = { skipHandleError: true };
      const draft = await firstValueFrom(before
        ? this.drafts.update(before.id!, { ...words, concurrencyStamp: before.concurrencyStamp }, quietly)
        : this.drafts.create({ contactId: this.contactId, ...words }, quietly));
      this.draft.set(draft);
      this.saved = words;
      this.savedAt.set(new Date());
      this.failed.set(false);
    } catch (failure) {
      if (before && isStale(failure)) await this.readTheirs(before.id!);
      else this.failed.set(true);
    } finally {
      this.saving.set(false);
    }
  }

  private async readTheirs(id: string): Promise<void> {
    try {
      this.theirs.set(await firstValueFrom(this.drafts.get(id, { skipHandleError: true })));
    } catch {
      this.failed.set(true);
    }
  }
}
