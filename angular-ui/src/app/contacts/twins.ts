import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { catchError, map, of } from 'rxjs';
import { MatchCertainty } from '../proxy/contracts/match-certainty.enum';
import type { ContactRow } from '../proxy/partners/models';
import { MergeSuggestionsService } from '../proxy/partners/merge-suggestions.service';

/** Who else this contact may be, each with a way to look at both. Shows nothing where nobody is like them. */
@Component({
  selector: 'crm-twins',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe],
  template: `
    @for (twin of twins.value(); track twin.id) {
      <p><i class="bi bi-intersect" aria-hidden="true"></i>
        <span>{{ '::Merge:Perhaps' | abpLocalization: twin.name : twin.reason }}@if (twin.organisation && !twin.reason.includes(twin.organisation)) { <span class="soft"> · {{ twin.organisation }}</span> }</span>
        <a class="btn btn-outline btn-sm" [routerLink]="['/contacts', contactId(), 'merge']" [queryParams]="{ with: twin.id }" [attr.aria-label]="'::Merge:CompareWith' | abpLocalization: twin.name">{{ '::Merge:Compare' | abpLocalization }}</a></p>
    }
  `,
  styles: `
    :host { display: block; }
    p { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin: 0 0 12px; padding: 6px 12px; border-radius: 6px; background: var(--crm-warn-faint); }
    i { color: var(--crm-warn); }
    p > span { flex: 1 1 240px; min-width: 0; }
  `,
})
export class Twins {
  readonly contactId = input.required<string>();
  /** Two people may well have one name: only where more speaks for it, unless somebody looks for doubles. */
  readonly likelyOnly = input(false);
  private readonly suggestions = inject(MergeSuggestionsService);
  protected readonly twins = rxResource({
    params: () => ({ id: this.contactId(), likelyOnly: this.likelyOnly() }),
    stream: ({ params }) => this.suggestions.getOfContact(params.id, { skipHandleError: true }).pipe(
      map(read => (read.items ?? []).filter(each => !params.likelyOnly || each.certainty !== MatchCertainty.Possible).map(each => ({ ...other(each.first, each.second, params.id), reason: each.reason }))),
      catchError(() => of([]))),
  });
}

function other(first: ContactRow, second: ContactRow, than: string) {
  const row = first.id === than ? second : first;
  return { id: row.id!, name: [row.firstName, row.lastName].filter(Boolean).join(' '), organisation: row.organisationName };
}
