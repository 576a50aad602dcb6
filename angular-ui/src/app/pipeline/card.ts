import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CdkMenuTrigger } from '@angular/cdk/menu';
import { LocalizationPipe } from '@abp/ng.core';
import { AtPipe, When } from '../kit/when';
import { instantOf } from '../kit/time';
import { EscalationState, Stage } from '../proxy/engagement';
import type { Card } from './ladder';
import { MoveMenu } from './move-menu';

/** One relationship on the board: who, what comes next and when, and how much came from either side. */
@Component({
  selector: 'crm-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, CdkMenuTrigger, LocalizationPipe, AtPipe, When, MoveMenu],
  templateUrl: './card.html',
  styleUrl: './card.scss',
})
export class CardView {
  readonly card = input.required<Card>();
  readonly moved = output<Stage>();

  protected readonly stage = Stage;
  protected readonly isPaused = computed(() => this.card().escalationState === EscalationState.Paused);
  protected readonly isLate = computed(() => !!this.card().nextDue && instantOf(this.card().nextDue!).getTime() < Date.now());
  protected readonly initials = computed(() => (this.card().ownerName ?? '').split(/\s+/).map(word => word[0] ?? '').slice(0, 2).join('').toUpperCase());
}
