import { copyText } from './copy';

describe('copying', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is the clipboard\'s where there is one', async () => {
    const writeText = vi.fn((text: string) => (text ? Promise.resolve() : Promise.reject(new Error('refused'))));
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    expect(await copyText('Dear Ada')).toBe(true);
    expect(await copyText('')).toBe(false);
    expect(writeText).toHaveBeenCalledWith('Dear Ada');
  });

  it('is done from a field over plain http, and the focus stays where it was', async () => {
    vi.stubGlobal('navigator', {});
    let copied = '';
    document.execCommand = () => { copied = (document.activeElement as HTMLTextAreaElement).value; return true; };
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    expect(await copyText('Dear Ada')).toBe(true);
    expect(copied).toBe('Dear Ada');
    expect(document.activeElement).toBe(button);
    expect(document.querySelector('textarea')).toBeNull();
  });
});
