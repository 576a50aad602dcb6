import { convertToParamMap } from '@angular/router';
import { isSame, queryOf, readQuery } from './view-query';

describe('a saved view', () => {
  it('is its address, whichever page one is on', () => {
    expect(queryOf(convertToParamMap({ q: 'ltd', page: '3', view: 'x', sort: 'name desc' }))).toEqual({ q: 'ltd', sort: 'name desc' });
  });

  it('is unchanged in whatever order its parts stand', () => {
    expect(isSame({ q: 'ltd', cols: 'name' }, { cols: 'name', q: 'ltd' })).toBe(true);
    expect(isSame({ q: 'ltd' }, {})).toBe(false);
  });

  it('that cannot be read shows everything', () => {
    expect(readQuery('{')).toEqual({});
    expect(readQuery('{"q":"a","page":2}')).toEqual({ q: 'a' });
  });
});
