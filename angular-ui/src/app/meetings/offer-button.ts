import { ChangeDetectionStrategy, Component, ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import { ContactPicker, type PickedContact } from '../kit/contact-picker';
import { Toasts } from '../kit/toasts';
import { OffersService } from '../proxy/meetings';

/** Three free times to a contact, outside any plan. */
@Component({
  selector: 'crm-offer-button',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ContactPicker, LocalizationPipe],
  template: `
    @if (mayEdit) {
      <button type="button" class="btn btn-primary" (click)="begin()"><i class="bi bi-calendar-plus" aria-hidden="true"></i>{{ '::Meetings:Offer' | abpLocalization }}</button>
      <dialog #dialog aria-labelledby="crm-offer-title">
        <h2 id="crm-offer-title">{{ '::Meetings:OfferTo' | abpLocalization }}</h2>
        <crm-contact-picker [label]="'::Meetings:OfferTo' | abpLocalization" [(picked)]="contact" />
        <label for="crm-offer-minutes">{{ '::Meetings:Minutes' | abpLocalization }}</label>
        <input id="crm-offer-minutes" type="number" class="form-control" min="10" max="480" step="5" [value]="minutes()" (input)="minutes.set($any($event.target).valueAsNumber)">
        <div class="do">
          <button type="button" class="btn btn-outline" (click)="close()">{{ '::Cancel' | abpLocalization }}</button>
          <button type="button" class="btn btn-primary" [disabled]="!contact() || busy() || !(minutes() >= 10 && minutes() <= 480)" (click)="offer()">{{ '::Meetings:Offer' | abpLocalization }}</button>
        </div>
      </dialog>
    }
  `,
  styles: `
    dialog { width: min(440px, calc(100vw - 32px)); padding: 20px; overflow: visible; border: 1px solid var(--crm-line-strong); border-radius: 10px; background: var(--crm-paper); color: var(--crm-ink); box-shadow: var(--crm-shadow-over); }
    dialog::backdrop { background: rgb(16 24 32 / 32%); }
    h2 { margin: 0 0 12px; }
    label { margin: 12px 0 4px; font-size: 13px; font-weight: 500; }
    input[type=number] { width: 96px; }
    .do { display: flex; gap: 8px; justify-content: flex-end; margin-top: 16px; }
  `,
})
export class OfferButton {
  private readonly offers = inject(OffersService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly dialog = viewChild<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly mayEdit = inject(PermissionService).getGrantedPolicy('PartnerCrm.Meetings.Offers.Edit');
  readonly offered = output();
  protected readonly contact = signal<PickedContact | undefined>(undefined);
  protected readonly minutes = signal(30);
  protected readonly busy = signal(false);

  protected begin(): void {
    this.contact.set(undefined);
    this.dialog()!.nativeElement.showModal();
  }

  protected close(): void {
    this.dialog()!.nativeElement.close();
  }

  protected async offer(): Promise<void> {
    const contact = this.contact()!;
    this.busy.set(true);
    try {
      await firstValueFrom(this.offers.create({ contactId: contact.id, minutes: this.minutes() }));
      this.toasts.done(this.texts.instant('::Meetings:OfferMade', contact.name));
      this.close();
      this.offered.emit();
    } catch {
      // Said in a toast by the host's own sentence.
    } finally {
      this.busy.set(false);
    }
  }
}
