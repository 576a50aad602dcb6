import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { instantOf } from '../kit/time';
import { OwnerRequestsService, SuppressionsService } from '../proxy/clearance';
import { FollowUpsService, RepliesService, type TodayItem } from '../proxy/engagement';
import { DraftsService } from '../proxy/mail';
import type { Deed } from './choices';

// Longer than the toast that offers to call it back.
const secondsBeforeSending = 10;

/** Does with a thing of the day what its choice says, and knows how to take it back. */
@Injectable({ providedIn: 'root' })
export class Deeds {
  private readonly followUps = inject(FollowUpsService);
  private readonly replies = inject(RepliesService);
  private readonly drafts = inject(DraftsService);
  private readonly requests = inject(OwnerRequestsService);
  private readonly suppressions = inject(SuppressionsService);

  async carryOut(item: TodayItem, deed: Deed, note: string, stamp?: string): Promise<void> {
    const id = item.id;
    switch (deed.do) {
      case 'triage':
        await firstValueFrom(this.replies.triage(item.aboutId!, { answer: deed.answer, until: deed.until?.toISOString(), note: note || null }));
        break;
      case 'done':
        await firstValueFrom(this.followUps.done(id, { answer: deed.answer, note: note || null }));
        break;
      case 'approve':
        await firstValueFrom(this.drafts.schedule(item.aboutId!, { undoSeconds: secondsBeforeSending, concurrencyStamp: stamp }));
        break;
      case 'discard':
        await firstValueFrom(this.drafts.discard(item.aboutId!));
        break;
      case 'answerOwner':
        await firstValueFrom(this.requests.answer(item.aboutId!, { isAllowed: deed.isAllowed, note: note || null }));
        break;
      case 'review':
        await this.review(item, deed.isMeant);
        break;
      case 'snooze':
        await firstValueFrom(this.followUps.snooze(id, { until: deed.until.toISOString() }));
        break;
    }
  }

  async takeBack(item: TodayItem, deed: Deed): Promise<void> {
    if (deed.do === 'triage') await firstValueFrom(this.replies.undo(item.aboutId!));
    if (deed.do === 'done') await firstValueFrom(this.followUps.reopen(item.id));
    if (deed.do === 'approve') await firstValueFrom(this.drafts.recall(item.aboutId!));
    // The host takes no time that is over: what was due comes back at once.
    if (deed.do === 'snooze') await firstValueFrom(this.followUps.snooze(item.id, { until: new Date(Math.max(instantOf(item.dueAt).getTime(), Date.now() + 5000)).toISOString() }));
  }

  private async review(item: TodayItem, isMeant: boolean): Promise<void> {
    const waiting = await firstValueFrom(this.suppressions.getList({ pendingReview: true, maxResultCount: 1000 }));
    const found = waiting.items?.find(each => each.contactId === item.contactId);
    if (found) await firstValueFrom(isMeant ? this.suppressions.confirm(found.id) : this.suppressions.lift(found.id));
    await firstValueFrom(this.followUps.done(item.id, { answer: 'Done' }));
  }
}
