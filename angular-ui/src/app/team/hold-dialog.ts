import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, output, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { firstValueFrom, startWith } from 'rxjs';
import { Toasts } from '../kit/toasts';
import { Zone } from '../kit/zone';
import { HoldsService } from '../proxy/clearance';
import { HoldScope } from '../proxy/contracts';
import { TargetPicker, type Target } from './target-picker';

const daysUntilReview = 14;

/** Stops what goes out to a person, an organisation or everybody, with a reason and a day to look at it again. */
@Component({
  selector: 'crm-hold-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, LocalizationPipe, TargetPicker],
  templateUrl: './hold-dialog.html',
  styleUrl: './hold-dialog.scss',
})
export class HoldDialog {
  readonly placed = output();

  private readonly zone = inject(Zone);
  private readonly service = inject(HoldsService);
  private readonly toasts = inject(Toasts);
  private readonly localization = inject(LocalizationService);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly scopes = Object.values(HoldScope);
  protected readonly everything = HoldScope.Everything;
  protected readonly ideas = ['::Team:Idea:Leadership', '::Team:Idea:Complaint', '::Team:Idea:Event'];
  protected readonly tomorrow = this.zone.dayFrom(1);
  protected readonly isOpen = signal(false);
  protected readonly target = signal<Target | undefined>(undefined);
  protected readonly tried = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    scope: HoldScope.Contact as HoldScope,
    reason: ['', [Validators.required, Validators.maxLength(500)]],
    review: [this.zone.dayFrom(daysUntilReview)],
  });
  private readonly chosen = toSignal(this.form.controls.scope.valueChanges.pipe(startWith(HoldScope.Contact)), { requireSync: true });
  protected readonly scope = computed(() => this.chosen());

  show(): void {
    this.form.reset();
    this.target.set(undefined);
    this.tried.set(false);
    this.isOpen.set(true);
    // Drawn first, so that the focus goes into it.
    setTimeout(() => this.dialog().nativeElement.showModal());
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected changeScope(): void {
    this.target.set(undefined);
  }

  protected borrow(idea: string): void {
    this.form.controls.reason.setValue(idea);
  }

  protected async place(): Promise<void> {
    this.tried.set(true);
    const { scope, reason, review } = this.form.getRawValue();
    const needsTarget = scope !== HoldScope.Everything;
    if (this.form.invalid || (needsTarget && !this.target())) return;
    try {
      const until = review ? this.zone.morningOf(review) : null;
      const hold = await firstValueFrom(this.service.create({ scope, targetId: needsTarget ? this.target()!.id : null, reason: reason.trim(), until }));
      this.close();
      this.placed.emit();
      this.toasts.done(this.localization.instant('::Team:Said:Held'), async () => {
        await firstValueFrom(this.service.lift(hold.id));
        this.placed.emit();
      });
    } catch {
      // Why not was said in a toast; what was written stays.
    }
  }
}
