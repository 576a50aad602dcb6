import { addDays, dayIn, startOf } from '../kit/days';
import { isYes, said, whoIs } from '../kit/filter';
import { Channel } from '../proxy/contracts/channel.enum';
import type { ContactListInput } from '../proxy/partners/models';

/** What the list can be narrowed by, each under its name in the address; owners come from the team, an organisation from its own page. */
export const filterValues: Record<'origin' | 'stage' | 'email' | 'touched', readonly string[]> = {
  origin: [Channel.LinkedIn, Channel.Event, Channel.Referral, Channel.Website, Channel.Email, Channel.Phone, Channel.Internal],
  stage: ['None', 'Social', 'Email', 'Meeting', 'Partnership', 'Resting', 'Closed'],
  email: ['yes', 'no'],
  // Days back: touched within them, or with a minus not touched since.
  touched: ['7', '30', '90', '-30', '-90', '-365'],
};

type Narrowed = Pick<ContactListInput, 'origin' | 'stage' | 'ownerId' | 'hasEmail' | 'touchedSince' | 'untouchedSince' | 'organisationId'>;

/** What the address says, as the host is asked. Days count back from today, by the person's calendar: a view that is kept, or shared, stays right. */
export function narrowedBy(address: { get(key: string): string | null }, me: string | undefined, now: Date, zone: string): Narrowed {
  const touched = address.get('touched');
  // Addresses come from anywhere: what isn't one of ours narrows nothing.
  const days = touched !== null && filterValues.touched.includes(touched) ? Number(touched) : 0;
  const at = startOf(addDays(dayIn(now, zone), -Math.abs(days)), zone);
  return said<Narrowed>({
    origin: (address.get('origin') as Channel | null) ?? undefined,
    stage: address.get('stage') ?? undefined,
    ownerId: whoIs(address.get('owner'), me),
    hasEmail: isYes(address.get('email')),
    touchedSince: days > 0 ? at.toISOString() : undefined,
    untouchedSince: days < 0 ? at.toISOString() : undefined,
    organisationId: address.get('organisationId') ?? undefined,
  });
}
