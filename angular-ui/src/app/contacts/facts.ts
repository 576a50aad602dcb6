import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { AtPipe, When } from '../kit/when';
import type { ContactOverviewDto } from '../proxy/partners/models';

const channelIcons: Record<string, string> = {
  LinkedIn: 'linkedin', X: 'twitter-x', Facebook: 'facebook', Event: 'easel', Email: 'envelope', Phone: 'telephone', Meeting: 'calendar-check', Website: 'globe', Referral: 'people', Internal: 'person',
};

/** How we met, They 3 : we 4, who knows them, May I? and how to reach them. */
@Component({
  selector: 'crm-facts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AtPipe, When],
  templateUrl: './facts.html',
  styleUrl: './facts.scss',
})
export class Facts {
  readonly of = input.required<ContactOverviewDto>();
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
}
