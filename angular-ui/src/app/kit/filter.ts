import type { LocalizationService } from '@abp/ng.core';
import type { Team } from './team';

/** What a list can be narrowed by. */
export interface Filter {
  /** Its name in the address. */
  key: string;
  /** A localization key. */
  title: string;
  /** To choose from; a filter without is set by a link from elsewhere. */
  values?: readonly string[];
  textOf: (value: string) => string;
}

/** «me» is whoever looks: a view that is kept, or shared, stays right. */
const whoeverLooks = 'me';

/** A filter by one of us, and what else it may say beside a name. */
export function oneOfUs(key: string, title: string, team: Team, texts: LocalizationService, others: Readonly<Record<string, string>> = {}): Filter {
  const colleagues = team.all().filter(each => each.id !== team.me()).map(each => each.id);
  return {
    key, title, values: [whoeverLooks, ...Object.keys(others), ...colleagues],
    textOf: value => (value === whoeverLooks ? texts.instant('::List:FilterMe') : value in others ? texts.instant(others[value]) : team.nameOf(value) || '…'),
  };
}

export function whoIs(value: string | null, me: string | undefined): string | undefined {
  return (value === whoeverLooks ? me : value) ?? undefined;
}

export function isYes(value: string | null): boolean | undefined {
  return value === 'yes' ? true : value === 'no' ? false : undefined;
}

/** What the host is asked: only what is said. */
export function said<T extends object>(narrowed: T): Partial<T> {
  return Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined)) as Partial<T>;
}
