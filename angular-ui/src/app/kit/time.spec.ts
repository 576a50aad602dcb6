import { absolute, instantOf, regional, relative } from './time';

const now = new Date('2026-03-10T09:00:00Z');
const said = (at: string, zone = 'Europe/Berlin', locale = 'en') => relative(instantOf(at), now, locale, zone);

describe('time', () => {
  it('takes the host’s times as UTC, marked or not', () => {
    expect(instantOf('2026-03-10T08:00:00').toISOString()).toBe('2026-03-10T08:00:00.000Z');
    expect(instantOf('2026-03-10T09:00:00+01:00').toISOString()).toBe('2026-03-10T08:00:00.000Z');
  });

  it('says it as a person does', () => {
    expect(said('2026-03-10T08:40:00Z')).toBe('20 minutes ago');
    expect(said('2026-03-10T12:00:00Z')).toBe('in 3 hours');
    expect(said('2026-03-11T23:30:00Z', 'UTC')).toBe('tomorrow');
    expect(said('2026-03-09T20:00:00Z', 'Europe/Berlin', 'de')).toBe('gestern');
  });

  it('counts days by the calendar of the zone', () => {
    expect(said('2026-03-09T23:30:00Z', 'UTC')).toBe('yesterday');
    expect(said('2026-03-09T23:30:00Z', 'Europe/Berlin')).toBe('9 hours ago');
  });

  it('gives the date when it is a week away, with the year when it is another', () => {
    expect(said('2026-04-20T10:00:00Z')).toBe('Apr 20');
    expect(said('2025-12-01T10:00:00Z')).toBe('Dec 1, 2025');
  });

  it('shows a moment in the zone of the person', () => {
    expect(absolute(instantOf('2026-07-01T10:00:00Z'), 'de', 'Europe/Berlin', 'time')).toBe('12:00');
  });

  it('is written as the person’s browser writes their language', () => {
    expect(regional('en', ['en-GB', 'de-DE'])).toBe('en-GB');
    expect(regional('de', ['en-GB', 'de-AT'])).toBe('de-AT');
    expect(regional('de', ['en-GB'])).toBe('de');
    expect(regional('', ['fr-FR'])).toBe('fr-FR');
  });
});
