import { Injectable, inject } from '@angular/core';
import { LocalizationService } from '@abp/ng.core';
import { HttpErrorResponse } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';
import { codeOf, sentenceOf } from '../kit/sentence';
import { Toasts } from '../kit/toasts';
import { RelationshipsService, Stage, type MoveInput } from '../proxy/engagement';
import { wayTo, type Card } from './ladder';
import type { ReasonDialog } from './reason-dialog';

/** Where the card is drawn: it goes there at once, and back if the host says no. */
export interface Shown {
  show: (card: Card, to: Stage) => () => void;
  settle: (card: Card) => void;
}

/** Moves a card as the host allows: through an open gate at once, else with what the host asks for; and back. */
@Injectable()
export class Moves {
  private readonly relationships = inject(RelationshipsService);
  private readonly localization = inject(LocalizationService);
  private readonly toasts = inject(Toasts);
  dialog?: ReasonDialog;

  /** Whether it moved. A refusal was said in a toast. */
  async move(card: Card, to: Stage, shown: Shown): Promise<boolean> {
    const way = wayTo(card, to);
    if (way.by === 'none') {
      if (way.why) this.toasts.failed(this.whyNot(card, to)!);
      return false;
    }
    const input = way.by === 'gate' ? { to } : await this.dialog?.ask({ card, to });
    return !!input && (await this.send(card, input, shown));
  }

  /** Why a card can't go there at all, in a sentence. */
  whyNot(card: Card, to: Stage): string | undefined {
    const way = wayTo(card, to);
    return way.by === 'none' && way.why ? this.localization.instant(way.why, this.wordOf(card.stage), this.wordOf(way.next!)) : undefined;
  }

  wordOf(stage: Stage): string {
    return this.localization.instant(`::Stage:${stage}`);
  }

  private async send(card: Card, input: MoveInput, shown: Shown): Promise<boolean> {
    const back = shown.show(card, input.to);
    try {
      const moved = await firstValueFrom(this.relationships.move(card.id, input, { skipHandleError: true }));
      shown.settle(moved);
      this.toasts.done(this.localization.instant('::Pipeline:Moved', card.contactName, this.wordOf(moved.stage)), () => this.takeBack(card, moved, shown));
      return true;
    } catch (error) {
      back();
      const why = sentenceOf(error) ?? this.localization.instant('::Failure:Text');
      if (error instanceof HttpErrorResponse && codeOf(error)?.endsWith(':MoveNeedsReason')) {
        const more = await this.dialog?.ask({ card, to: input.to, why });
        return !!more && (await this.send(card, more, shown));
      }
      this.toasts.failed(why);
      return false;
    }
  }

  private async takeBack(before: Card, now: Card, shown: Shown): Promise<void> {
    const back = shown.show(now, before.stage!);
    try {
      const reason = this.localization.instant('::Pipeline:TakenBack');
      shown.settle(await firstValueFrom(this.relationships.move(before.id!, { to: before.stage, reason, until: before.restingUntil }, { skipHandleError: true })));
    } catch (error) {
      back();
      this.toasts.failed(sentenceOf(error) ?? this.localization.instant('::Failure:Text'));
    }
  }
}
