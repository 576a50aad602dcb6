import { ChangeDetectionStrategy, Component, ElementRef, inject, linkedSignal, output, signal, viewChild } from '@angular/core';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import { ContactPicker, type PickedContact } from '../kit/contact-picker';
import { codeOf, sentenceOf } from '../kit/sentence';
import { Toasts } from '../kit/toasts';
import { RelationshipsService } from '../proxy/engagement';
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
        @if (isNew()) { <p role="status">{{ '::Meetings:BeginsWithYou' | abpLocalization: contact()?.name }}</p> }
        <div class="do">
          <button type="button" class="btn btn-outline" (click)="close()">{{ '::Cancel' | abpLocalization }}</button>
          <button type="button" class="btn btn-primary" [disabled]="!contact() || busy() || !(minutes() >= 10 && minutes() <= 480)" (click)="offer()">{{ (isNew() ? '::Meetings:BeginAndOffer' : '::Meetings:Offer') | abpLocalization }}</button>
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
    p { margin: 12px 0 0; padding: 8px 12px; border-radius: 6px; background: var(--crm-accent-faint); }
    .do { display: flex; gap: 8px; justify-content: flex-end; margin-top: 16px; }
  `,
})
export class OfferButton {
  private readonly offers = inject(OffersService);
  private readonly relationships = inject(RelationshipsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly dialog = viewChild<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly mayEdit = inject(PermissionService).getGrantedPolicy('PartnerCrm.Meetings.Offers.Edit');
  private readonly mayBegin = inject(PermissionService).getGrantedPolicy('PartnerCrm.Engagement.Relationships.Edit');
  readonly offered = output();
  protected readonly contact = signal<PickedContact | undefined>(undefined);
  protected readonly minutes = signal(30);
  protected readonly busy = signal(false);
  /** The host said that nobody has begun with them; another contact is asked about anew. */
  protected readonly isNew = linkedSignal(() => (this.contact(), false));

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
      if (this.isNew()) {
        await firstValueFrom(this.relationships.create({ contactId: contact.id }, { skipHandleError: true }));
        this.isNew.set(false);
      }
      await firstValueFrom(this.offers.create({ contactId: contact.id, minutes: this.minutes() }, { skipHandleError: true }));
      this.toasts.done(this.texts.instant('::Meetings:OfferMade', contact.name));
      this.close();
      this.offered.emit();
    } catch (refused) {
      if (this.mayBegin && codeOf(refused) === 'PartnerCrm.Meetings:NoRelationship') this.isNew.set(true);
      else this.toasts.failed(sentenceOf(refused) ?? this.texts.instant('::Failure:Text'));
    } finally {
      this.busy.set(false);
    }
  }
}
