import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { Ask } from '../kit/ask';
import { oneAtATime } from '../kit/busy';
import { Toasts } from '../kit/toasts';
import { AtPipe, When } from '../kit/when';
import { ContactClearancesService } from '../proxy/clearance/contact-clearances.service';
import type { ContactOverviewDto } from '../proxy/partners/models';

const channelIcons: Record<string, string> = {
  LinkedIn: 'linkedin', X: 'twitter-x', Facebook: 'facebook', Event: 'easel', Email: 'envelope', Phone: 'telephone', Meeting: 'calendar-check', Website: 'globe', Referral: 'people', Internal: 'person',
};

/** How we met, They 3 : we 4, who knows them, May I? and how to reach them. */
@Component({
  selector: 'crm-facts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, Ask, AtPipe, When],
  templateUrl: './facts.html',
  styleUrl: './facts.scss',
})
export class Facts {
  readonly of = input.required<ContactOverviewDto>();
  readonly changed = output();
  private readonly clearances = inject(ContactClearancesService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly once = oneAtATime();
  protected readonly busy = this.once.busy;
  protected readonly mayRecord = inject(PermissionService).getGrantedPolicy('PartnerCrm.Clearance.Suppressions.Edit');
  protected readonly icons = channelIcons;
  protected readonly verdicts: Record<string, string> = { Allowed: 'check-circle', AskOwner: 'question-circle', Blocked: 'x-circle' };
  protected readonly tie = computed(() => this.of().relationship);
  /** The longer bar fills the card. */
  protected readonly bars = computed(() => {
    const { they = 0, we = 0 } = this.tie() ?? {};
    const most = Math.max(1, they, we);
    return { they: (they / most) * 100, we: (we / most) * 100 };
  });
  protected readonly before = computed(() => (this.of().contact?.affiliations ?? []).filter(each => each.until));

  /** In two, so that a long one breaks before its @. */
  protected readonly email = computed(() => (this.of().contact.email?.includes('@') ? this.of().contact.email!.split('@') : undefined));

  /** An import's origin is the profile's address, which stands above already. */
  protected isAddress(where: string | null | undefined): boolean {
    return /^https?:/.test(where ?? '');
  }

  protected async recordConsent(source: string): Promise<void> {
    if (!(await this.once.run(() => this.clearances.recordConsent(this.of().contact.id, { source })))) return;
    this.toasts.done(this.texts.instant('::Contacts:ConsentKept'));
    this.changed.emit();
  }
}
