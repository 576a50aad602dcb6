import { ChangeDetectionStrategy, Component, ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../kit/toasts';
import { instantOf } from '../kit/time';
import { AtPipe } from '../kit/when';
import { Zone } from '../kit/zone';
import { MeetingsService, type AgendaMeetingDto } from '../proxy/meetings';
import { fromField, toField } from '../kit/days';

export type Ask = 'outcome' | 'move' | 'cancel';

/** What came of a meeting; another time; or a reason not to meet. */
@Component({
  selector: 'crm-meeting-dialog',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, LocalizationPipe],
  template: `
    <dialog #dialog aria-labelledby="crm-meeting-title">
      @if (entry(); as entry) {
        <form method="dialog" (submit)="$event.preventDefault(); save()">
          <h2 id="crm-meeting-title">{{ '::Meetings:OutcomeOf' | abpLocalization: entry.contactName! }}</h2>
          <p class="soft">{{ entry.meeting!.start | crmAt: 'full' }}</p>
          @if (what() === 'move') {
            <label for="crm-meeting-time">{{ '::Meetings:MoveTo' | abpLocalization }} ({{ zone.zone() }})</label>
            <input id="crm-meeting-time" type="datetime-local" class="form-control" required [value]="text()" (input)="text.set($any($event.target).value)">
          } @else {
            <label for="crm-meeting-text">{{ (what() === 'outcome' ? '::Meetings:OutcomeAsk' : '::Meetings:CancelAsk') | abpLocalization }}</label>
            <textarea id="crm-meeting-text" class="form-control" rows="4" maxlength="2000" required [value]="text()" (input)="text.set($any($event.target).value)" (keydown.control.enter)="save()"></textarea>
          }
          <div class="do">
            <button type="button" class="btn btn-outline" (click)="close()">{{ '::Cancel' | abpLocalization }}</button>
            <button type="submit" class="btn" [class.btn-primary]="what() !== 'cancel'" [class.btn-danger]="what() === 'cancel'" [disabled]="busy() || !text().trim()">{{ (what() === 'cancel' ? '::Meetings:Cancel' : '::Meetings:Save') | abpLocalization }}</button>
          </div>
        </form>
      }
    </dialog>
  `,
  styles: `
    dialog { width: min(480px, calc(100vw - 32px)); padding: 20px; border: 1px solid var(--crm-line-strong); border-radius: 10px; background: var(--crm-paper); color: var(--crm-ink); box-shadow: var(--crm-shadow-over); }
    dialog::backdrop { background: rgb(16 24 32 / 32%); }
    form { display: grid; gap: 4px; }
    h2, p { margin: 0; }
    p { margin-bottom: 12px; }
    label { font-size: 13px; font-weight: 500; }
    .do { display: flex; gap: 8px; justify-content: flex-end; margin-top: 16px; }
  `,
})
export class MeetingDialog {
  private readonly meetings = inject(MeetingsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly zone = inject(Zone);
  readonly done = output();
  protected readonly entry = signal<AgendaMeetingDto | undefined>(undefined);
  protected readonly what = signal<Ask>('outcome');
  protected readonly text = signal('');
  protected readonly busy = signal(false);

  ask(what: Ask, entry: AgendaMeetingDto): void {
    this.what.set(what);
    this.entry.set(entry);
    this.text.set(what === 'move' ? toField(instantOf(entry.meeting!.start!), this.zone.zone()) : '');
    this.dialog().nativeElement.showModal();
    setTimeout(() => this.dialog().nativeElement.querySelector<HTMLElement>('textarea, input')?.focus());
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async save(): Promise<void> {
    const { id, start, end } = this.entry()!.meeting!;
    const text = this.text().trim();
    if (!text || this.busy()) return;
    this.busy.set(true);
    try {
      if (this.what() === 'outcome') await this.tell(this.meetings.recordOutcome(id!, { outcome: text }), '::Meetings:OutcomeSaved');
      else if (this.what() === 'cancel') await this.tell(this.meetings.cancel(id!, { reason: text }), '::Meetings:Cancelled');
      else {
        const minutes = Math.round((instantOf(end!).getTime() - instantOf(start!).getTime()) / 60_000);
        await this.tell(this.meetings.reschedule(id!, { start: fromField(text, this.zone.zone()).toISOString(), minutes }), '::Meetings:Moved');
      }
      this.close();
      this.done.emit();
    } catch {
      // Said in a toast by the host's own sentence; what was typed stays.
    } finally {
      this.busy.set(false);
    }
  }

  private async tell(change: ReturnType<MeetingsService['cancel']>, text: string): Promise<void> {
    await firstValueFrom(change, { defaultValue: undefined });
    this.toasts.done(this.texts.instant(text));
  }
}
