import type { ContactDto } from '../proxy/partners/models';
import { sideBySide } from './merge-fields';

const person = (more: Partial<ContactDto>) => ({ firstName: 'Ada', lastName: 'Example', profiles: [], ...more }) as unknown as ContactDto;

describe('two contacts side by side', () => {
  it('asks only where both know something else', () => {
    const rows = sideBySide(person({ email: 'ada@example.org', phone: '1', country: 'GB' }), person({ email: 'ada@home.example.org', position: 'Maker', country: 'GB' }));
    expect(rows.filter(each => each.isOpen).map(each => each.field)).toEqual(['Email']);
    expect(rows.map(each => each.field)).toEqual(['Name', 'Email', 'Phone', 'Position', 'Country']);
  });

  it('knows a profile by its LinkedIn page', () => {
    const page = (slug: string) => [{ channel: 'X', slug: 'x' }, { channel: 'LinkedIn', slug }] as never;
    expect(sideBySide(person({ profiles: page('ada') }), person({ profiles: page('ada-e') })).find(each => each.field === 'Profile')).toEqual({ field: 'Profile', kept: 'ada', other: 'ada-e', isOpen: true });
  });
});
