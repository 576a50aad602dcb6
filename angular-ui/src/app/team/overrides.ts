import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { View } from '../kit/view';
import { When } from '../kit/when';
import { EscalationsService } from '../proxy/engagement';

const atOnce = 10;

/** Gates opened by hand: who, for whom, and the sentence they answer for it with. */
@Component({
  selector: 'crm-overrides',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, View, When],
  template: `
    <section aria-labelledby="crm-overrides">
      <h2 id="crm-overrides">{{ '::Team:Overrides' | abpLocalization }}@if (overrides.hasValue()) { <span class="num">{{ overrides.value().totalCount }}</span> }</h2>
      <crm-view [of]="overrides" [rows]="3">
        <ng-template let-page>
          <ul class="card-plain">
            @for (each of page.items; track each.relationshipId + each.at) {
              <li>
                <div class="words">
                  <a [routerLink]="['/contacts', each.contactId]">{{ each.contactName }}</a>
                  <span class="quote">{{ each.sentence }}</span>
                  <span class="soft">{{ each.userName }} · <crm-when [at]="each.at" /></span>
                </div>
              </li>
            } @empty { <li class="none">{{ '::Team:NoOverrides' | abpLocalization }}</li> }
          </ul>
          @if (page.totalCount > page.items.length) { <button type="button" class="btn btn-quiet btn-sm" (click)="shown.set(shown() + 20)">{{ '::Team:MoreOverrides' | abpLocalization }}</button> }
        </ng-template>
      </crm-view>
    </section>
  `,
  styleUrl: './list.scss',
})
export class Overrides {
  private readonly escalations = inject(EscalationsService);
  protected readonly shown = signal(atOnce);
  protected readonly overrides = rxResource({ params: () => this.shown(), stream: ({ params }) => this.escalations.getOverrides({ maxResultCount: params, skipCount: 0 }) });
}
