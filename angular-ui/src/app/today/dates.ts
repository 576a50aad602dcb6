const dayMilliseconds = 86_400_000;

/** A day of the calendar, without a time or a zone: `2026-11-23`. */
export type Day = string;

export interface DayChoice {
  /** A localization key. */
  title: string;
  day: Day;
}

export function dayOf(at: Date, zone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** The same day of another month; the 31st becomes the month's last. */
export function plusMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** When a working morning begins there: nine o'clock by the zone's own clock. */
export function morningOf(day: Day, zone: string): Date {
  const guess = new Date(`${day}T09:00:00Z`);
  const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' }).format(guess).replace(', ', 'T');
  return new Date(guess.getTime() - (Date.parse(`${shown}Z`) - guess.getTime()));
}

/** Not today: tomorrow, the next working week, in two weeks, in a month. */
export function snoozeDays(today: Day): DayChoice[] {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return [
    { title: '::Today:Tomorrow', day: plusDays(today, 1) },
    { title: '::Today:NextMonday', day: plusDays(today, (8 - weekday) % 7 || 7) },
    { title: '::Today:InTwoWeeks', day: plusDays(today, 14) },
    { title: '::Today:InAMonth', day: plusMonths(today, 1) },
  ];
}

/** They asked for later: when they may be asked again. */
export function laterDays(today: Day): DayChoice[] {
  return [
    { title: '::Today:InTwoWeeks', day: plusDays(today, 14) },
    { title: '::Today:InAMonth', day: plusMonths(today, 1) },
    { title: '::Today:InThreeMonths', day: plusMonths(today, 3) },
    { title: '::Today:InSixMonths', day: plusMonths(today, 6) },
  ];
}
