import { describe, expect, it } from 'vitest';
import { laterDays, plusMonths, snoozeDays } from './dates';

describe('days to put something off to', () => {
  it('on a Sunday, tomorrow is the Monday; on a Monday, the next one is in a week', () => {
    expect(snoozeDays('2026-11-22').map(choice => choice.day)).toEqual(['2026-11-23', '2026-11-23', '2026-12-06', '2026-12-22']);
    expect(snoozeDays('2026-11-23')[1].day).toBe('2026-11-30');
  });

  it('a month after the 31st ends with the month', () => {
    expect(plusMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(laterDays('2026-08-31').map(choice => choice.day)).toEqual(['2026-09-14', '2026-09-30', '2026-11-30', '2027-02-28']);
  });
});
