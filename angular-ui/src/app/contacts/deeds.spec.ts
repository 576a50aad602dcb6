import { deedsFor } from './deeds';

const all = { mayEdit: true, mayHold: true };

describe('what one may do with a bond', () => {
  it('is handed over, rested, closed or held while it is open', () => {
    expect(deedsFor({ stage: 'Email' }, all)).toEqual(['handOver', 'rest', 'close', 'hold']);
  });

  it('is woken rather than rested while it rests, and only opened again once it is closed', () => {
    expect(deedsFor({ stage: 'Resting' }, all)).toEqual(['handOver', 'wake', 'close', 'hold']);
    expect(deedsFor({ stage: 'Closed' }, all)).toEqual(['reopen', 'hold']);
  });

  it('leaves the hold to those who may place one, with or without a bond', () => {
    expect(deedsFor(undefined, all)).toEqual(['hold']);
    expect(deedsFor({ stage: 'Social' }, { mayEdit: false, mayHold: true })).toEqual(['hold']);
    expect(deedsFor({ stage: 'Social' }, { mayEdit: true, mayHold: false })).not.toContain('hold');
  });
});
