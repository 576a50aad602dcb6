import { pageOf, sortedBy, totalInWords } from './list-query';

describe('a list', () => {
  it('asks for one page', () => {
    expect(pageOf('', 3, 50, 'name desc')).toEqual({ filter: undefined, sorting: 'name desc', skipCount: 100, maxResultCount: 50 });
  });

  it('sorts up, then down, then as the host likes', () => {
    expect(sortedBy('', 'name')).toBe('name');
    expect(sortedBy('name', 'name')).toBe('name desc');
    expect(sortedBy('name desc', 'name')).toBe('');
    expect(sortedBy('name', 'city')).toBe('city');
  });

  it('says «more than» where the host stopped counting', () => {
    expect(totalInWords(10_000, 'en')).toBe('10,000');
    expect(totalInWords(10_001, 'en')).toBe('10,000+');
  });
});
