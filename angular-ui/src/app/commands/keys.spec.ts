import { isBusyTyping, isCharacterKey, keyCaps, keyOf } from './keys';

const press = (key: string, held: Partial<KeyboardEventInit> = {}) => keyOf(new KeyboardEvent('keydown', { key, ...held }));

describe('keys', () => {
  it('reads a press in the words of a shortcut', () => {
    expect(press('K', { ctrlKey: true })).toBe('mod+k');
    expect(press('k', { metaKey: true })).toBe('mod+k');
    expect(press('N', { shiftKey: true })).toBe('shift+n');
    expect(press('ArrowRight', { shiftKey: true })).toBe('shift+arrowright');
  });

  it('takes a sign as typed, whether or not the keyboard needs Shift for it', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('/', {})).toBe('/');
  });

  it('knows which shortcuts can be switched off', () => {
    expect(isCharacterKey('j')).toBe(true);
    expect(isCharacterKey('shift+n')).toBe(true);
    expect(isCharacterKey('mod+k')).toBe(false);
    expect(isCharacterKey('alt+arrowup')).toBe(false);
    expect(isCharacterKey('enter')).toBe(false);
  });

  it('stays out of the way while somebody writes or answers a dialog', () => {
    document.body.innerHTML = '<input id="field"><button id="button"></button>';
    expect(isBusyTyping(document.getElementById('field'))).toBe(true);
    expect(isBusyTyping(document.getElementById('button'))).toBe(false);
    document.body.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
    expect(isBusyTyping(document.getElementById('button'))).toBe(true);
    document.body.innerHTML = '';
  });

  it('shows a shortcut as the keys of this computer', () => {
    expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('g t', false)).toEqual(['G', 'T']);
  });
});
