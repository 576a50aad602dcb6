import { narrowedBy } from './filters';

const from = (params: Record<string, string>) => narrowedBy({ get: key => params[key] ?? null }, 'robin');

describe('what a list of organisations is narrowed by', () => {
  it('is nothing where the address says nothing', () => {
    expect(from({ q: 'ltd' })).toEqual({});
  });

  it('is who leads: whoever looks, a colleague, or nobody', () => {
    expect(from({ lead: 'me' })).toEqual({ leadOwnerId: 'robin' });
    expect(from({ lead: 'toni' })).toEqual({ leadOwnerId: 'toni' });
    expect(from({ lead: 'none' })).toEqual({ hasLead: false });
  });

  it('takes several at once', () => {
    expect(from({ touch: 'no', country: 'GB', kind: 'Corporate' })).toEqual({ isInTouch: false, country: 'GB', subscriberType: 'Corporate' });
  });
});
