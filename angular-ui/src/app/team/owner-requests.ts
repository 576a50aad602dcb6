import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { When } from '../kit/when';
import { OwnerRequestsService, type OwnerRequestDto } from '../proxy/clearance';

/** «May I write to somebody at your organisation?»: who waits for whose word; the head of engagement may answer in their place. */
@Component({
  selector: 'crm-owner-requests',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, View, When],
  template: `
    <section aria-labelledby="crm-requests">
      <h2 id="crm-requests">{{ '::Team:Requests' | abpLocalization }}@if (requests.hasValue()) { <span class="num">{{ requests.value().totalCount }}</span> }</h2>
      <crm-view [of]="requests" [rows]="3">
        <ng-template let-page>
          <ul class="card-plain">
            @for (each of page.items; track each.id) {
              <li>
                <div class="words">
                  <b>{{ each.askedByName }}</b> {{ '::Team:AsksToContact' | abpLocalization }} <a [routerLink]="['/contacts', each.contactId]">{{ each.contactName }}</a>
                  <span class="soft">{{ each.organisationName }} · {{ '::Team:HeldBy' | abpLocalization: (each.ownerName ?? '') }} · <crm-when [at]="each.askedAt" /></span>
                </div>
                <div class="do">
                  <button type="button" class="btn btn-outline btn-sm" [disabled]="busy() === each.id" (click)="answer(each, true)">{{ '::Team:Allow' | abpLocalization }}</button>
                  <button type="button" class="btn btn-outline btn-sm" [disabled]="busy() === each.id" (click)="answer(each, false)">{{ '::Team:Refuse' | abpLocalization }}</button>
                </div>
              </li>
            } @empty { <li class="none">{{ '::Team:NoRequests' | abpLocalization }}</li> }
          </ul>
        </ng-template>
      </crm-view>
    </section>
  `,
  styleUrl: './list.scss',
})
export class OwnerRequests {
  private readonly service = inject(OwnerRequestsService);
  private readonly toasts = inject(Toasts);
  private readonly localization = inject(LocalizationService);
  protected readonly busy = signal<string | undefined>(undefined);
  protected readonly requests = rxResource({ stream: () => this.service.getList({ maxResultCount: 50, skipCount: 0 }) });

  protected async answer(request: OwnerRequestDto, isAllowed: boolean): Promise<void> {
    this.busy.set(request.id);
    try {
      await firstValueFrom(this.service.answer(request.id, { isAllowed }));
      this.toasts.done(this.localization.instant(isAllowed ? '::Team:Said:Allowed' : '::Team:Said:Refused', request.contactName ?? ''));
    } catch {
      // Why not was said in a toast.
    }
    this.busy.set(undefined);
    this.requests.reload();
  }
}
