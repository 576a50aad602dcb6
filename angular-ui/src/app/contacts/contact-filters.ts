import { computed, inject, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { ParamMap } from '@angular/router';
import { LocalizationService } from '@abp/ng.core';
import { map } from 'rxjs';
import { oneOfUs, type Filter } from '../kit/filter';
import { Team } from '../kit/team';
import { OrganisationsService } from '../proxy/partners/organisations.service';
import { filterValues } from './filters';

/** The filters of the list of contacts, in words. */
export function contactFilters(address: Signal<ParamMap>): Signal<readonly Filter[]> {
  const [texts, team, organisations] = [inject(LocalizationService), inject(Team), inject(OrganisationsService)];
  const organisation = rxResource({
    params: () => address().get('organisationId') ?? undefined, stream: ({ params }) => organisations.get(params).pipe(map(read => read.name)),
  });
  const title = (key: string) => `::Contacts:Filter:${key}`;
  return computed(() => [
    { key: 'stage', title: title('stage'), values: filterValues.stage, textOf: value => texts.instant(value === 'None' ? '::Contacts:FilterNoStage' : `::Stage:${value}`) },
    oneOfUs('owner', title('owner'), team, texts),
    { key: 'origin', title: title('origin'), values: filterValues.origin, textOf: value => texts.instant(`::Channel:${value}`) },
    { key: 'email', title: title('email'), values: filterValues.email, textOf: value => texts.instant(`::Contacts:FilterEmail:${value}`) },
    { key: 'touched', title: title('touched'), values: filterValues.touched, textOf: value => texts.instant(value.startsWith('-') ? '::Contacts:FilterUntouched' : '::Contacts:FilterTouched', value.replace('-', '')) },
    { key: 'organisationId', title: title('organisationId'), textOf: () => (organisation.hasValue() ? organisation.value() ?? '…' : '…') },
  ]);
}
