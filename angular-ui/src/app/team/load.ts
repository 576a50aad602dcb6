import type { CapacityDto } from '../proxy/engagement';

export interface Load {
  /** Of the bar, at most 100. */
  active: number;
  started: number;
  /** Localization keys of what is too much. */
  tooMuch: string[];
}

const share = (of: number, limit: number) => (limit > 0 ? Math.min(100, Math.round((100 * of) / limit)) : of > 0 ? 100 : 0);

/** How full a person's plate is, and what is too much, by the host's measure. */
export function loadOf(owner: CapacityDto): Load {
  const tooMuch: string[] = [];
  if (owner.active > owner.activeLimit) tooMuch.push('::Team:TooMany:Active');
  if (owner.queued > owner.startsLimit) tooMuch.push('::Team:TooMany:Queued');
  if (owner.overdueTasks > 0) tooMuch.push('::Team:TooMany:Overdue');
  return { active: share(owner.active, owner.activeLimit), started: share(owner.startedThisWeek, owner.startsLimit), tooMuch };
}
