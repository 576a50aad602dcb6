import { cutOffAt } from './pasted';

function field(maxLength: number | undefined, value = ''): HTMLTextAreaElement {
  const made = document.createElement('textarea');
  if (maxLength !== undefined) made.maxLength = maxLength;
  made.value = value;
  made.setSelectionRange(value.length, value.length);
  return made;
}

describe('what is pasted', () => {
  it('is cut off where it is more than fits', () => {
    expect(cutOffAt(field(500), 'x'.repeat(5_000_000))).toBe(500);
    expect(cutOffAt(field(10, 'Hello '), 'world')).toBe(10);
  });

  it('is whole where it fits, or replaces what is selected', () => {
    expect(cutOffAt(field(11, 'Hello '), 'world')).toBeUndefined();
    const full = field(5, 'Hello');
    full.setSelectionRange(0, 5);
    expect(cutOffAt(full, 'World')).toBeUndefined();
  });

  it('is not looked at where nothing limits it, or outside a field', () => {
    expect(cutOffAt(field(undefined), 'x'.repeat(5_000_000))).toBeUndefined();
    expect(cutOffAt(document.body, 'x')).toBeUndefined();
  });
});
