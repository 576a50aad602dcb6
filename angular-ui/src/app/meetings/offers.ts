import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { firstValueFrom, map } from 'rxjs';
import { EmptyState } from '../kit/empty-state';
import { Failure } from '../kit/failure';
import { PageHeader } from '../kit/page-header';
import { Skeleton } from '../kit/skeleton';
import { StatusPill } from '../kit/status-pill';
import { Toasts } from '../kit/toasts';
import { AtPipe } from '../kit/when';
import { OfferState, OffersService, type OfferDto } from '../proxy/meetings';
import { offerTones } from './meeting-states';
import { MeetingTabs } from './meeting-tabs';
import { OfferButton } from './offer-button';

@Component({
  selector: 'crm-offers',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AtPipe, EmptyState, Failure, LocalizationPipe, MeetingTabs, OfferButton, PageHeader, RouterLink, Skeleton, StatusPill],
  template: `
    <crm-page-header [heading]="'::Menu:Meetings' | abpLocalization">
      <select class="form-select" [attr.aria-label]="'::Meetings:OfferState' | abpLocalization" (change)="state.set($any($event.target).value || undefined)">
        <option value="">{{ '::Meetings:AllOffers' | abpLocalization }}</option>
        @for (each of states; track each) { <option [value]="each" [selected]="each === state()">{{ '::Meetings:OfferState:' + each | abpLocalization }}</option> }
      </select>
      <crm-offer-button (offered)="offers.reload()" />
    </crm-page-header>
    <crm-meeting-tabs />
    @if (offers.error()) { <crm-failure [error]="offers.error()" (retry)="offers.reload()" /> }
    @else if (!offers.hasValue()) { <crm-skeleton [rows]="6" /> }
    @else {
      <ul [class.card-plain]="offers.value().length">
        @for (each of offers.value(); track each.offer!.id) {
          <li>
            <div class="who"><p><a [routerLink]="['/contacts', each.offer!.contactId]">{{ each.contactName }}</a>&ngsp;<span class="soft">{{ each.organisationName }}</span></p><p class="soft">{{ each.ownerName }}</p></div>
            <ol [class.past]="each.offer!.state !== 'Open'">@for (time of timesOf(each.offer!); track time) { <li>{{ time | crmAt: 'day' }}, {{ time | crmAt: 'time' }}</li> }</ol>
            <crm-pill [tone]="tones[each.offer!.state!]">{{ '::Meetings:OfferState:' + each.offer!.state | abpLocalization }}</crm-pill>
            @if (mayEdit && each.offer!.state === 'Open') { <button type="button" class="btn btn-quiet btn-sm" (click)="withdraw(each.offer!)">{{ '::Meetings:Withdraw' | abpLocalization }}</button> }
          </li>
        } @empty { <li class="none"><crm-empty-state icon="calendar-plus" [heading]="'::Meetings:NoOffers' | abpLocalization" [text]="'::Meetings:NoOffersText' | abpLocalization" /></li> }
      </ul>
    }
  `,
  styles: `
    .form-select { width: auto; }
    ul { max-width: 920px; margin: 0; padding: 0; list-style: none; }
    ul > li { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 10px 16px; }
    ul > li.none { display: block; }
    ul > li + li { border-top: 1px solid var(--crm-line); }
    .who { flex: 1 1 200px; min-width: 0; }
    p { margin: 0; }
    p + p { font-size: 13px; line-height: 18px; }
    a { color: var(--crm-ink); font-weight: 500; text-decoration: none; }
    ol { display: flex; flex: 2 1 320px; flex-wrap: wrap; gap: 4px; margin: 0; padding: 0; list-style: none; font-size: 13px; font-variant-numeric: tabular-nums; }
    ol li { padding: 2px 8px; border-radius: 4px; background: var(--crm-sunken); }
    .past { color: var(--crm-soft); }
  `,
})
export class Offers {
  private readonly service = inject(OffersService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  protected readonly mayEdit = inject(PermissionService).getGrantedPolicy('PartnerCrm.Meetings.Offers.Edit');
  protected readonly tones = offerTones;
  protected readonly states = Object.values(OfferState);
  protected readonly state = signal<OfferState | undefined>(OfferState.Open);
  protected readonly offers = rxResource({
    params: () => ({ state: this.state() }),
    stream: ({ params }) => this.service.getNamedList({ state: params.state, maxResultCount: 100, skipCount: 0 }, { skipHandleError: true }).pipe(map(page => page.items ?? [])),
  });

  protected timesOf(offer: OfferDto): string[] {
    return [offer.firstTime!, offer.secondTime!, offer.thirdTime!];
  }

  protected async withdraw(offer: OfferDto): Promise<void> {
    try {
      await firstValueFrom(this.service.withdraw(offer.id!), { defaultValue: undefined });
      this.toasts.done(this.texts.instant('::Meetings:Withdrawn'));
    } catch {
      // Said in a toast by the host's own sentence.
    }
    this.offers.reload();
  }
}
