import { held } from './held';

describe('what a resource showed last', () => {
  const shown = { value: held({ value: 'Ada', status: 'resolved' }) };

  it('stays while it is read again, and when that fails', () => {
    const again = { value: held<string>({ value: undefined, status: 'reloading' }, shown) };
    expect(again.value).toEqual({ value: 'Ada', isOfNow: true });
    expect(held({ value: undefined, status: 'error' }, again)).toEqual({ value: 'Ada', isOfNow: true });
  });

  it('is not what another question failed to answer', () => {
    const another = { value: held<string>({ value: undefined, status: 'loading' }, shown) };
    expect(another.value).toEqual({ value: 'Ada', isOfNow: false });
    expect(held({ value: undefined, status: 'error' }, another).isOfNow).toBe(false);
  });

  it('is nothing before the first answer', () => {
    expect(held({ value: undefined, status: 'loading' })).toEqual({ value: undefined, isOfNow: false });
  });
});
