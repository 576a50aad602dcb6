import { addDays } from '../kit/days';

/** A day of the calendar, without a time or a zone: `2026-11-23`. */
export type Day = string;

export interface DayChoice {
  /** A localization key. */
  title: string;
  day: Day;
}

/** The same day of another month; the 31st becomes the month's last. */
export function plusMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Not today: tomorrow, the next working week, in two weeks, in a month. */
export function snoozeDays(today: Day): DayChoice[] {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return [
    { title: '::Today:Tomorrow', day: addDays(today, 1) },
    { title: '::Today:NextMonday', day: addDays(today, (8 - weekday) % 7 || 7) },
    { title: '::Today:InTwoWeeks', day: addDays(today, 14) },
    { title: '::Today:InAMonth', day: plusMonths(today, 1) },
  ];
}

/** They asked for later: when they may be asked again. */
export function laterDays(today: Day): DayChoice[] {
  return [
    { title: '::Today:InTwoWeeks', day: addDays(today, 14) },
    { title: '::Today:InAMonth', day: plusMonths(today, 1) },
    { title: '::Today:InThreeMonths', day: plusMonths(today, 3) },
    { title: '::Today:InSixMonths', day: plusMonths(today, 6) },
  ];
}
