import { depth, tick, tickAll } from './permission-tree';

const choice = (name: string, parent?: string) => ({ name, displayName: name, parent });
const choices = [choice('Contacts'), choice('Contacts.Update', 'Contacts'), choice('Contacts.Update.Owner', 'Contacts.Update'), choice('Contacts.Delete', 'Contacts'), choice('Mails.Send', 'Mails')];
const after = (ticked: string[], name: string, on: boolean) => [...tick(choices, new Set(ticked), name, on)].sort();

describe('permissions to tick', () => {
  it('come with what they need', () => {
    expect(after([], 'Contacts.Update.Owner', true)).toEqual(['Contacts', 'Contacts.Update', 'Contacts.Update.Owner']);
    expect(after(['Contacts.Delete'], 'Contacts', true)).toEqual(['Contacts', 'Contacts.Delete']);
  });

  it('take along what is of no use without them', () => {
    expect(after(['Contacts', 'Contacts.Update', 'Contacts.Update.Owner', 'Contacts.Delete'], 'Contacts.Update', false)).toEqual(['Contacts', 'Contacts.Delete']);
    expect(after(['Contacts', 'Contacts.Update', 'Contacts.Update.Owner', 'Contacts.Delete'], 'Contacts', false)).toEqual([]);
  });

  it('need nothing that is not to be chosen here', () => {
    expect(after([], 'Mails.Send', true)).toEqual(['Mails.Send']);
    expect(depth(choices, 'Mails.Send')).toBe(0);
  });

  it('leave alone what is nobody\'s to choose here', () => {
    expect(after(['Elsewhere', 'Contacts'], 'Contacts', false)).toEqual(['Elsewhere']);
    expect([...tickAll(choices.slice(0, 2), new Set(['Elsewhere']), true)]).toEqual(['Elsewhere', 'Contacts', 'Contacts.Update']);
    expect([...tickAll(choices, new Set(['Elsewhere', 'Contacts']), false)]).toEqual(['Elsewhere']);
  });

  it('stand below what they need', () => {
    expect(choices.slice(0, 4).map(each => depth(choices, each.name))).toEqual([0, 1, 2, 1]);
  });
});
