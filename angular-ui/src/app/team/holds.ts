import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { AtPipe, When } from '../kit/when';
import { HoldsService, type HoldDto } from '../proxy/clearance';
import { HoldScope } from '../proxy/contracts';

/** What stands still, why, and until when. */
@Component({
  selector: 'crm-holds',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, View, When],
  template: `
    <section aria-labelledby="crm-holds">
      <h2 id="crm-holds">{{ '::Team:Holds' | abpLocalization }}@if (holds.hasValue()) { <span class="num">{{ holds.value().totalCount }}</span> }</h2>
      @if (everything(); as hold) { <p class="all" role="status"><i class="bi bi-sign-stop-fill" aria-hidden="true"></i>{{ '::Team:EverythingHeld' | abpLocalization }}</p> }
      <crm-view [of]="holds" [rows]="3">
        <ng-template let-page>
          <ul class="card-plain">
            @for (each of page.items; track each.id) {
              <li>
                <i class="bi bi-{{ iconOf(each.scope) }}" aria-hidden="true"></i>
                <div class="words">
                  @if (each.scope === scopes.Everything) { <b>{{ '::Team:Scope:Everything' | abpLocalization }}</b> }
                  @else { <a [routerLink]="[each.scope === scopes.Contact ? '/contacts' : '/organisations', each.targetId]">{{ each.targetName ?? ('::Team:Scope:' + each.scope | abpLocalization) }}</a> }
                  <span class="quote">{{ each.reason }}</span>
                  <span class="soft">
                    @if (each.until) { {{ '::Team:Until' | abpLocalization }} {{ each.until | crmAt: 'day' }} } @else { {{ '::Team:UntilLifted' | abpLocalization }} }
                    · {{ each.placedByName }} · <crm-when [at]="each.placedAt" />
                  </span>
                </div>
                @if (mayLift()) { <div class="do"><button type="button" class="btn btn-outline btn-sm" (click)="lift(each)" [attr.aria-label]="('::Team:Lift' | abpLocalization) + ': ' + (each.targetName ?? ('::Team:Scope:' + each.scope | abpLocalization))">{{ '::Team:Lift' | abpLocalization }}</button></div> }
              </li>
            } @empty { <li class="none">{{ '::Team:NoHolds' | abpLocalization }}</li> }
          </ul>
        </ng-template>
      </crm-view>
    </section>
  `,
  styleUrl: './list.scss',
  styles: `
    li > i { color: var(--crm-soft); }
    .all { display: flex; gap: 8px; margin: 0 0 8px; padding: 8px 12px; border-radius: 6px; background: var(--crm-bad-faint); color: var(--crm-bad); font-weight: 500; }
  `,
})
export class Holds {
  readonly mayLift = input(false);

  private readonly service = inject(HoldsService);
  private readonly toasts = inject(Toasts);
  private readonly localization = inject(LocalizationService);
  protected readonly scopes = HoldScope;
  private readonly icons: Record<HoldScope, string> = { Contact: 'person', Organisation: 'buildings', Everything: 'sign-stop' };
  protected readonly holds = rxResource({ stream: () => this.service.getList({ maxResultCount: 50, skipCount: 0 }) });
  protected readonly everything = computed(() => (this.holds.hasValue() ? this.holds.value().items?.find(hold => hold.scope === HoldScope.Everything) : undefined));

  protected iconOf(scope: HoldScope): string {
    return this.icons[scope];
  }

  reload(): void {
    this.holds.reload();
  }

  protected async lift(hold: HoldDto): Promise<void> {
    try {
      await firstValueFrom(this.service.lift(hold.id));
      const { scope, targetId, reason, until } = hold;
      this.toasts.done(this.localization.instant('::Team:Said:Lifted'), async () => {
        await firstValueFrom(this.service.create({ scope, targetId, reason, until }));
        this.reload();
      });
    } catch {
      // Why not was said in a toast.
    }
    this.reload();
  }
}
