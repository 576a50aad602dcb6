import { dayIn } from './days';

const day = 86_400_000;

/** The host writes UTC, some fields without saying so. */
export function instantOf(text: string | Date): Date {
  if (text instanceof Date) return text;
  return new Date(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
}

/** The calendar day in a time zone, as a number to subtract. */
function dayNumber(at: Date, zone: string): number {
  return Date.parse(`${dayIn(at, zone)}T00:00:00Z`) / day;
}

/** «in 20 minutes», «yesterday», «on Friday» up to a week, then the date. By calendar days of the zone, not by 24 hours. */
export function relative(at: Date, now: Date, locale: string, zone: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const days = dayNumber(at, zone) - dayNumber(now, zone);
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (days === 0) return words.format(Math.round(minutes / 60), 'hour');
  if (Math.abs(days) < 7) return words.format(days, 'day');
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear();
  return new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'short', year: sameYear ? undefined : 'numeric' }).format(at);
}

export function absolute(at: Date, locale: string, zone: string, style: 'full' | 'date' | 'time' | 'day' = 'full'): string {
  const styles: Record<typeof style, Intl.DateTimeFormatOptions> = {
    full: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
    date: { day: 'numeric', month: 'short', year: 'numeric' },
    day: { weekday: 'short', day: 'numeric', month: 'short' },
    time: { hour: '2-digit', minute: '2-digit' },
  };
  return new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: zone }).format(at);
}

/** The person's language as their browser writes it: «en» is «en-GB» to a British one, and dates follow. */
export function regional(language: string | undefined, browser: readonly string[]): string {
  if (!language) return browser[0] ?? 'en';
  return browser.find(each => each.split('-')[0] === language) ?? language;
}
