import type { Tone } from '../kit/status-pill';

export const importTones: Record<string, Tone> = { Queued: 'info', Reading: 'info', Ready: 'good', Failed: 'bad' };

/** What differs between two descriptions of one person; where one side says nothing there is nothing to differ. */
export function differs(one: string | null | undefined, other: string | null | undefined): boolean {
  const plain = (text: string | null | undefined) => (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}@]+/gu, ' ').trim();
  return plain(one) !== '' && plain(other) !== '' && plain(one) !== plain(other);
}

/** How many of those chosen start within the week, and how many wait for room. */
export function shareOut(chosen: number, free: number): { now: number; later: number } {
  const now = Math.min(chosen, Math.max(0, free));
  return { now, later: chosen - now };
}
