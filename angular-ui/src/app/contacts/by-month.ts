import type { TimelineEntryDto } from '../proxy/engagement/models';
import { instantOf } from '../kit/time';

/** One line, or several of the product's own that are shown as one until somebody wants to see them. */
export interface Line { id: string; entries: readonly TimelineEntryDto[] }
export interface Month { key: string; name: string; lines: readonly Line[] }

const fewest = 3;

/** In the order given; three or more entries of the journal in a row become one line. */
export function byMonth(entries: readonly TimelineEntryDto[], locale: string, zone: string): Month[] {
  const months: { key: string; name: string; lines: Line[] }[] = [];
  const keyOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' });
  const nameOf = new Intl.DateTimeFormat(locale, { timeZone: zone, year: 'numeric', month: 'long' });
  for (const entry of entries) {
    const at = instantOf(entry.at!);
    const key = keyOf.format(at);
    if (months.at(-1)?.key !== key) months.push({ key, name: nameOf.format(at), lines: [] });
    const lines = months.at(-1)!.lines;
    const before = lines.at(-1);
    if (entry.kind === 'Journal' && before?.entries[0].kind === 'Journal') lines[lines.length - 1] = { id: before.id, entries: [...before.entries, entry] };
    else lines.push({ id: entry.id!, entries: [entry] });
  }
  return months.map(month => ({
    ...month,
    lines: month.lines.flatMap(line => (line.entries.length < fewest ? line.entries.map(entry => ({ id: entry.id!, entries: [entry] })) : [line])),
  }));
}
