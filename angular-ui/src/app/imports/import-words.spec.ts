import { differs, shareOut } from './import-words';

describe('two descriptions of one person', () => {
  it('differ where both say something else', () => {
    expect(differs('Head of Sales', 'Head of Data')).toBe(true);
  });

  it('do not differ by accents, case and signs, nor where one is silent', () => {
    expect(differs('Café Ltd.', 'cafe ltd')).toBe(false);
    expect(differs(null, 'cafe ltd')).toBe(false);
  });
});

describe('room for those chosen', () => {
  it('starts as many as there is room for, and lets the others wait', () => {
    expect(shareOut(5, 3)).toEqual({ now: 3, later: 2 });
    expect(shareOut(2, 3)).toEqual({ now: 2, later: 0 });
    expect(shareOut(2, -1)).toEqual({ now: 0, later: 2 });
  });
});
