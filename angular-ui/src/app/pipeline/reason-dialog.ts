import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { Zone } from '../kit/zone';
import { Stage, TouchKind, type MoveInput } from '../proxy/engagement';
import { factsFor, wayTo, type Card } from './ladder';

interface Asked {
  card: Card;
  to: Stage;
  /** Why the host didn't let it through. */
  why?: string;
}

/** What a move needs besides the target: a fact that happened, a sentence, a day. */
@Component({
  selector: 'crm-reason-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, LocalizationPipe],
  templateUrl: './reason-dialog.html',
  styleUrl: './reason-dialog.scss',
})
export class ReasonDialog {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly zone = inject(Zone);
  private readonly mayOverride = inject(PermissionService).getGrantedPolicy('PartnerCrm.Engagement.Relationships.Override');
  private answer?: (input: MoveInput | undefined) => void;

  protected readonly asked = signal<Asked | undefined>(undefined);
  protected readonly way = computed(() => { const asked = this.asked(); return asked ? wayTo(asked.card, asked.to) : undefined; });
  protected readonly facts = computed(() => { const asked = this.asked(); return asked && this.way()?.by === 'gate' ? factsFor(asked.to) : []; });
  protected readonly ideas = computed(() => {
    const by = this.way()?.by;
    return by === 'rest' ? ['::Pipeline:Idea:NoAnswer', '::Pipeline:Idea:NotNow', '::Pipeline:Idea:NoTime'] : by === 'close' ? ['::Pipeline:Idea:NotInterested', '::Pipeline:Idea:Left', '::Pipeline:Idea:Colleague'] : [];
  });
  protected readonly choices = computed(() => [...this.facts().map(String), ...(this.facts().length && this.mayOverride ? ['override'] : [])]);
  protected readonly form = inject(NonNullableFormBuilder).group({
    what: '' as TouchKind | 'override' | '',
    reason: ['', [Validators.required, Validators.maxLength(500)]],
    until: '',
  });
  protected readonly tomorrow = this.zone.dayFrom(1);

  /** Answers with what to send, or nothing when it was called off. */
  ask(asked: Asked): Promise<MoveInput | undefined> {
    this.asked.set(asked);
    this.form.reset({ what: (this.choices()[0] ?? '') as TouchKind | '', reason: '', until: '' });
    // Drawn first, so that the focus goes into it.
    setTimeout(() => this.dialog().nativeElement.showModal());
    return new Promise(answer => { this.answer = answer; });
  }

  protected take(): void {
    this.form.markAllAsTouched();
    const asked = this.asked();
    if (this.form.invalid || !asked) return;
    const { what, reason, until } = this.form.getRawValue();
    const fact = what && what !== 'override' ? what : undefined;
    this.finish({ to: asked.to, reason: reason.trim(), fact, until: until ? this.zone.morningOf(until) : undefined });
  }

  protected finish(input?: MoveInput): void {
    const answer = this.answer;
    this.answer = undefined;
    this.dialog().nativeElement.close();
    answer?.(input);
  }

  protected borrow(idea: string): void {
    this.form.controls.reason.setValue(idea);
  }
}
