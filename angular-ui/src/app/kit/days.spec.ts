import { addDays, byDay, dayIn, fromField, isDay, minutesIn, mondayOf, morningOf, startOf, toField } from './days';

const berlin = 'Europe/Berlin';

describe('a day of the calendar', () => {
  it('is the one of the zone', () => {
    expect(dayIn(new Date('2026-11-22T23:30:00Z'), berlin)).toBe('2026-11-23');
    expect(minutesIn(new Date('2026-11-22T23:30:00Z'), berlin)).toBe(30);
  });

  it('begins at the midnight of the zone, also where the clocks change', () => {
    expect(startOf('2026-11-23', berlin).toISOString()).toBe('2026-11-22T23:00:00.000Z');
    expect(startOf('2026-03-29', berlin).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(startOf('2026-03-30', berlin).toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(startOf('2026-11-23', 'America/New_York').toISOString()).toBe('2026-11-23T05:00:00.000Z');
  });

  it('is told from what else an address may say', () => {
    expect(['2026-11-22', '0002-11-22', '2026-13-01', 'yesterday', ''].map(isDay)).toEqual([true, false, false, false, false]);
  });

  it('has its morning at nine by the clock of the place, in summer, in winter, and where the clocks change', () => {
    expect(morningOf('2026-07-01', 'Europe/London').toISOString()).toBe('2026-07-01T08:00:00.000Z');
    expect(morningOf('2026-12-01', 'Europe/London').toISOString()).toBe('2026-12-01T09:00:00.000Z');
    expect(morningOf('2026-12-01', 'Asia/Kolkata').toISOString()).toBe('2026-12-01T03:30:00.000Z');
    expect(morningOf('2026-03-29', berlin).toISOString()).toBe('2026-03-29T07:00:00.000Z');
  });

  it('belongs to a week that begins on Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });

  it('gathers what is on', () => {
    const times = ['2026-11-22T22:00:00Z', '2026-11-22T23:30:00Z', '2026-11-23T08:00:00Z'].map(each => new Date(each));
    expect(byDay(times, each => each, berlin).map(each => [each.day, each.all.length])).toEqual([['2026-11-22', 1], ['2026-11-23', 2]]);
  });

  it('goes through a field and back', () => {
    for (const time of ['2026-03-29T08:00:00.000Z', '2026-10-25T09:30:00.000Z', '2026-11-22T23:30:00.000Z'])
      expect(fromField(toField(new Date(time), berlin), berlin).toISOString()).toBe(time);
  });
});
