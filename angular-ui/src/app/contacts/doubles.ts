import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { map } from 'rxjs';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';
import { View } from '../kit/view';
import { MergeSuggestionsService } from '../proxy/partners/merge-suggestions.service';

const namesOnAPage = 50;

/** Contacts that share a name and may be one person, pair by pair. */
@Component({
  selector: 'crm-doubles',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, EmptyState, PageHeader, View],
  template: `
    <nav class="back" [attr.aria-label]="'::Menu:Contacts' | abpLocalization"><a routerLink="/contacts"><i class="bi bi-arrow-left" aria-hidden="true"></i>{{ '::Menu:Contacts' | abpLocalization }}</a></nav>
    <crm-page-header [heading]="'::Merge:Doubles' | abpLocalization" />
    <crm-view [of]="pairs" [rows]="6">
      <ng-template let-it>
        @if (it.length) {
          <ul class="card-plain">
            @for (pair of it; track pair.first.id + pair.second.id) {
              <li>
                @for (one of [pair.first, pair.second]; track one.id) {
                  <div><a [routerLink]="['/contacts', one.id]">{{ one.firstName }} {{ one.lastName }}</a><span class="soft">{{ one.organisationName || '–' }}</span><span class="soft">{{ one.email }}</span></div>
                }
                <span class="soft">{{ pair.reason }}</span>
                <a class="btn btn-outline btn-sm" [routerLink]="['/contacts', pair.first.id, 'merge']" [queryParams]="{ with: pair.second.id }" [attr.aria-label]="'::Merge:CompareWith' | abpLocalization: pair.first.firstName + ' ' + pair.first.lastName">{{ '::Merge:Compare' | abpLocalization }}</a>
              </li>
            }
          </ul>
        } @else { <crm-empty-state icon="intersect" [heading]="'::Merge:NoDoubles' | abpLocalization" [text]="'::Merge:NoDoublesText' | abpLocalization" /> }
        @if (page() || it.length >= most) {
          <div class="pages">
            <button type="button" class="btn btn-outline btn-sm" [disabled]="!page()" (click)="turn(-1)">{{ '::List:PreviousPage' | abpLocalization }}</button>
            <button type="button" class="btn btn-outline btn-sm" [disabled]="it.length < most" (click)="turn(1)">{{ '::List:NextPage' | abpLocalization }}</button>
          </div>
        }
      </ng-template>
    </crm-view>
  `,
  styles: `
    ul { margin: 0; padding: 0; list-style: none; max-width: 960px; }
    li { display: grid; grid-template-columns: 1fr 1fr 160px auto; gap: 12px; align-items: center; padding: 8px 12px; border-bottom: 1px solid var(--crm-line); }
    li:last-child { border-bottom: 0; }
    div span { display: block; overflow-wrap: anywhere; }
    .pages { display: flex; gap: 8px; margin-top: 12px; }
    @media (max-width: 767px) { li { grid-template-columns: 1fr 1fr; } }
  `,
})
export class Doubles {
  private readonly suggestions = inject(MergeSuggestionsService);
  protected readonly most = namesOnAPage;
  protected readonly page = signal(0);
  protected readonly pairs = rxResource({
    params: () => this.page(),
    stream: ({ params }) => this.suggestions.getList({ skipCount: params * namesOnAPage, maxResultCount: namesOnAPage }).pipe(map(read => read.items ?? [])),
  });

  protected turn(by: number): void {
    this.page.update(at => at + by);
  }
}
