import { narrowedBy } from './filters';

const now = new Date('2026-11-22T15:30:00Z');
const from = (params: Record<string, string>, zone = 'UTC') => narrowedBy({ get: key => params[key] ?? null }, 'robin', now, zone);

describe('what a list of contacts is narrowed by', () => {
  it('is nothing where the address says nothing', () => {
    expect(from({ q: 'ada', page: '2' })).toEqual({});
  });

  it('knows whoever looks, so that a shared view is everybody\'s own', () => {
    expect(from({ owner: 'me' })).toEqual({ ownerId: 'robin' });
    expect(from({ owner: 'toni' })).toEqual({ ownerId: 'toni' });
  });

  it('counts days back from today, whole ones', () => {
    expect(from({ touched: '7' })).toEqual({ touchedSince: '2026-11-15T00:00:00.000Z' });
    expect(from({ touched: '-90' })).toEqual({ untouchedSince: '2026-08-24T00:00:00.000Z' });
  });

  it('counts the days of whoever looks', () => {
    expect(from({ touched: '7' }, 'Europe/Berlin')).toEqual({ touchedSince: '2026-11-14T23:00:00.000Z' });
    expect(from({ touched: '7' }, 'Asia/Tokyo')).toEqual({ touchedSince: '2026-11-15T15:00:00.000Z' });
    expect(from({ touched: '-90' }, 'Europe/Berlin')).toEqual({ untouchedSince: '2026-08-23T22:00:00.000Z' });
  });

  it('makes nothing of days that nobody offered', () => {
    for (const touched of ['abc', '1000000000', '', '8']) expect(from({ touched })).toEqual({});
  });

  it('takes several at once', () => {
    expect(from({ origin: 'Event', stage: 'None', email: 'no', organisationId: 'works' })).toEqual({ origin: 'Event', stage: 'None', hasEmail: false, organisationId: 'works' });
  });
});
