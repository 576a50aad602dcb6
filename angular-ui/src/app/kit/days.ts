/** The calendar day in a zone, as `2026-11-22`. */
export function dayIn(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Minutes since midnight, by the clock of the zone. */
export function minutesIn(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const part = (type: string) => Number(parts.find(each => each.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}

/** When a day begins in a zone; twice corrected, since midnight may lie on the other side of a change of the clocks. */
export function startOf(day: string, zone: string): Date {
  let at = new Date(`${day}T00:00:00Z`);
  for (let again = 0; again < 2; again++) {
    const shown = Date.parse(`${dayIn(at, zone)}T00:00:00Z`) + minutesIn(at, zone) * 60_000;
    at = new Date(at.getTime() + Date.parse(`${day}T00:00:00Z`) - shown);
  }
  return at;
}

/** A day of our time, as a field of dates has it: an address may say anything. */
export function isDay(text: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** Those of one day together, in the order they came. */
export function byDay<T>(all: readonly T[], at: (each: T) => Date, zone: string): { day: string; all: T[] }[] {
  const days = new Map<string, T[]>();
  for (const each of all) {
    const day = dayIn(at(each), zone);
    days.set(day, [...(days.get(day) ?? []), each]);
  }
  return [...days].map(([day, these]) => ({ day, all: these }));
}

/** A time as `<input type="datetime-local">` has it, in the zone; and back. */
export function toField(at: Date, zone: string): string {
  const minutes = minutesIn(at, zone);
  return `${dayIn(at, zone)}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function fromField(text: string, zone: string): Date {
  const [day, clock] = text.split('T');
  const [hours, minutes] = clock.split(':').map(Number);
  const midnight = startOf(day, zone);
  const at = new Date(midnight.getTime() + (hours * 60 + minutes) * 60_000);
  // On the days the clocks change, midnight is an hour nearer or farther than the clock says.
  return new Date(at.getTime() + (hours * 60 + minutes - minutesIn(at, zone)) * 60_000);
}

/** When a working morning begins there: nine o'clock by the zone's own clock. */
export function morningOf(day: string, zone: string): Date {
  return fromField(`${day}T09:00`, zone);
}
