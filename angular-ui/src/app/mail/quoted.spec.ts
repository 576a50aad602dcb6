import { withoutQuoted } from './quoted';

describe('a reply', () => {
  it('is shown without what it quotes', () => {
    expect(withoutQuoted('Yes, gladly.\n\nOn Tuesday Robin wrote:\n> Shall we meet?\n> Robin')).toEqual({ said: 'Yes, gladly.', quoted: 'On Tuesday Robin wrote:\n> Shall we meet?\n> Robin' });
    expect(withoutQuoted('Yes.\n> Shall we?').said).toBe('Yes.');
  });

  it('that only quotes, or quotes nothing, is shown whole', () => {
    expect(withoutQuoted('> Shall we?')).toEqual({ said: '> Shall we?', quoted: '' });
    expect(withoutQuoted('\n\n> Shall we?')).toEqual({ said: '> Shall we?', quoted: '' });
    expect(withoutQuoted('Yes, 5 > 3.')).toEqual({ said: 'Yes, 5 > 3.', quoted: '' });
  });
});
