import { lastPart, readable } from './audit-words';

describe('words of the audit log', () => {
  it('names a type by its last part', () => {
    expect(lastPart('PartnerCrm.Partners.Contact')).toBe('Contact');
    expect(lastPart('Outer+Inner')).toBe('Inner');
    expect(lastPart(null)).toBe('');
  });

  it('reads values as people write them', () => {
    expect(readable('"Ada"')).toBe('Ada');
    expect(readable('true')).toBe('true');
    expect(readable('null')).toBe('–');
    expect(readable(undefined)).toBe('–');
    expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(readable('{cut off')).toBe('{cut off');
  });
});
