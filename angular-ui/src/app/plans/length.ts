/** A length of time as people give it: a number and a unit. */
export interface Length {
  count: number | null;
  unit: LengthUnit;
}

export type LengthUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';

const letters: Record<LengthUnit, [string, string]> = {
  second: ['PT', 'S'], minute: ['PT', 'M'], hour: ['PT', 'H'], day: ['P', 'D'], week: ['P', 'W'], month: ['P', 'M'],
};

/** ISO 8601 with one unit (`P3D`, `PT30M`); undefined for anything richer, which is left as it is. */
export function lengthOf(iso: string): Length | undefined {
  const match = /^(PT?)(\d+)([SMHDW])$/.exec(iso.trim());
  if (!match) return undefined;
  const unit = (Object.keys(letters) as LengthUnit[]).find(each => letters[each][0] === match[1] && letters[each][1] === match[3]);
  return unit && { count: Number(match[2]), unit };
}

export function isoOf({ count, unit }: Length): string {
  const [before, after] = letters[unit];
  return `${before}${count ?? 0}${after}`;
}
