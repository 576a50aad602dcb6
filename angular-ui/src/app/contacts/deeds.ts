import type { RelationshipOverview } from '../proxy/contracts/models';

/** What one may do with the bond to a person, beside its plan. */
export type Deed = 'handOver' | 'rest' | 'wake' | 'close' | 'reopen' | 'hold';

export interface Rights {
  mayEdit: boolean;
  mayHold: boolean;
}

export const deedIcons: Record<Deed, string> = { handOver: 'person-check', rest: 'moon', wake: 'sunrise', close: 'archive', reopen: 'arrow-counterclockwise', hold: 'sign-stop' };

/** What stands open now: a closed bond can only be opened again, a resting one be woken. A hold needs no bond. */
export function deedsFor(relationship: Pick<RelationshipOverview, 'stage'> | undefined, rights: Rights): Deed[] {
  const hold: Deed[] = rights.mayHold ? ['hold'] : [];
  if (!relationship || !rights.mayEdit) return hold;
  if (relationship.stage === 'Closed') return ['reopen', ...hold];
  return ['handOver', ...(relationship.stage === 'Resting' ? (['wake'] as const) : (['rest'] as const)), 'close', ...hold];
}
