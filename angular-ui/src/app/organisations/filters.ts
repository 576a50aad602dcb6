import { computed, inject, type Signal } from '@angular/core';
import type { ParamMap } from '@angular/router';
import { LocalizationService } from '@abp/ng.core';
import { isYes, oneOfUs, said, whoIs, type Filter } from '../kit/filter';
import { Team } from '../kit/team';
import { Zone } from '../kit/zone';
import { SubscriberType } from '../proxy/contracts/subscriber-type.enum';
import type { OrganisationListInput } from '../proxy/partners/models';

const noLead = 'none';

/** The filters of the list of organisations, in words. */
export function organisationFilters(countries: Signal<readonly string[]>): Signal<readonly Filter[]> {
  const [texts, team, here] = [inject(LocalizationService), inject(Team), inject(Zone)];
  return computed(() => [
    oneOfUs('lead', '::Organisations:Lead', team, texts, { [noLead]: '::Organisations:NoLead' }),
    { key: 'touch', title: '::Organisations:Filter:touch', values: ['yes', 'no'], textOf: value => texts.instant(`::Organisations:Filter:touch:${value}`) },
    { key: 'country', title: '::Contacts:Country', values: [...countries()].sort((one, other) => here.country(one).localeCompare(here.country(other), here.locale())), textOf: value => here.country(value) },
    { key: 'kind', title: '::Organisations:Kind', values: Object.values(SubscriberType), textOf: value => texts.instant(`::Organisations:Kind:${value}`) },
  ]);
}

type Narrowed = Pick<OrganisationListInput, 'leadOwnerId' | 'hasLead' | 'isInTouch' | 'country' | 'subscriberType'>;

/** What the address says, as the host is asked. */
export function narrowedBy(address: { get(key: string): string | null }, me: string | undefined): Narrowed {
  const lead = address.get('lead');
  return said<Narrowed>({
    leadOwnerId: lead === noLead ? undefined : whoIs(lead, me),
    hasLead: lead === noLead ? false : undefined,
    isInTouch: isYes(address.get('touch')),
    country: address.get('country') ?? undefined,
    subscriberType: (address.get('kind') as SubscriberType | null) ?? undefined,
  });
}
