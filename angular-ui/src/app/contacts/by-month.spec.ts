import type { TimelineEntryDto } from '../proxy/engagement/models';
import { byMonth } from './by-month';

const entry = (id: string, at: string, kind: 'Touchpoint' | 'Journal' = 'Touchpoint') => ({ id, at, kind, sentence: id }) as unknown as TimelineEntryDto;

describe('the story by month', () => {
  it('belongs to the month of the reader, not of Greenwich', () => {
    const months = byMonth([entry('late', '2026-10-31T23:30:00Z')], 'en', 'Europe/Berlin');
    expect(months.map(month => month.key)).toEqual(['2026-11']);
  });

  it('folds three or more entries of the system in a row', () => {
    const [month] = byMonth(
      [entry('mail', '2026-11-05T09:00:00Z'), ...['a', 'b', 'c'].map(id => entry(id, '2026-11-04T09:00:00Z', 'Journal')), entry('note', '2026-11-03T09:00:00Z')], 'en', 'UTC');
    expect(month.lines.map(line => line.entries.length)).toEqual([1, 3, 1]);
  });

  it('leaves two of them as they are', () => {
    const [month] = byMonth(['a', 'b'].map(id => entry(id, '2026-11-04T09:00:00Z', 'Journal')), 'en', 'UTC');
    expect(month.lines.map(line => line.id)).toEqual(['a', 'b']);
  });
});
