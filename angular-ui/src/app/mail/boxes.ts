import { Injectable, inject } from '@angular/core';
import { map, type Observable } from 'rxjs';
import type { Tone } from '../kit/status-pill';
import { ConversationState, ConversationsService, DraftsService, MailState, MailsService } from '../proxy/mail';

export const boxes = ['conversations', 'drafts', 'waiting', 'doubt'] as const;
export type Box = (typeof boxes)[number];

/** One line of a box: whoever it is with, what it is about, where it stands. */
export interface BoxRow {
  id: string;
  contactId: string;
  who: string;
  beside?: string | null;
  subject: string;
  excerpt?: string;
  at?: string;
  /** A localization key after `::Mail:`. */
  state?: string;
  tone: Tone;
}

export interface BoxPage {
  rows: BoxRow[];
  /** Where the next page begins; none: this is all. */
  next?: string;
}

const tones: Partial<Record<ConversationState, Tone>> = {
  [ConversationState.InDoubt]: 'bad', [ConversationState.NotSent]: 'bad', [ConversationState.DraftWaits]: 'warn', [ConversationState.TheyWrote]: 'info',
};

@Injectable({ providedIn: 'root' })
export class Boxes {
  private readonly conversations = inject(ConversationsService);
  private readonly drafts = inject(DraftsService);
  private readonly mails = inject(MailsService);

  read(box: Box, after?: string): Observable<BoxPage> {
    const quietly = { skipHandleError: true };
    switch (box) {
      case 'conversations':
        return this.conversations.getList({ mine: false, before: after, maxResultCount: 50 }, quietly).pipe(map(page => ({
          next: page.nextBefore ?? undefined,
          rows: (page.items ?? []).map((row): BoxRow => ({
            id: row.contactId!, contactId: row.contactId!, who: row.contactName ?? '', beside: row.organisationName, subject: row.subject ?? '', excerpt: row.excerpt, at: row.lastAt,
            state: `State:${row.state}`, tone: tones[row.state!] ?? 'neutral',
          })),
        })));
      case 'drafts':
        return this.drafts.getList({ skipCount: Number(after ?? 0), maxResultCount: 50 }, quietly).pipe(map(page => paged(page, after, (page.items ?? []).map((row): BoxRow => ({
          id: row.id!, contactId: row.contactId!, who: row.toName ?? '', beside: row.toAddress, subject: row.subject ?? '', at: row.createdAt, tone: 'neutral',
        })))));
      default:
        return this.mails.getList({ state: box === 'doubt' ? MailState.InDoubt : MailState.Queued, skipCount: Number(after ?? 0), maxResultCount: 50 }, quietly).pipe(map(page => paged(page, after, (page.items ?? []).map((row): BoxRow => ({
          id: row.id!, contactId: row.contactId!, who: row.toName ?? '', beside: row.toAddress, subject: row.subject ?? '', excerpt: row.problem ?? undefined, at: row.notBefore ?? row.createdAt,
          state: `State:${row.state}`, tone: box === 'doubt' ? 'bad' : 'neutral',
        })))));
    }
  }
}

function paged(page: { totalCount?: number }, after: string | undefined, rows: BoxRow[]): BoxPage {
  const shown = Number(after ?? 0) + rows.length;
  return { rows, next: rows.length && shown < (page.totalCount ?? 0) ? String(shown) : undefined };
}
