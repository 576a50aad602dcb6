import { besides, granted } from './granted';

const choice = (name: string, parent?: string) => ({ name, displayName: name, parent });
const groups = [
  { group: 'Partners', permissions: [choice('Contacts'), choice('Organisations'), choice('Organisations.Update', 'Organisations')] },
  { group: 'Mail', permissions: [choice('Mails')] },
];

describe('what a system may do', () => {
  it('stands in its groups, below what it needs, and no group stands empty', () => {
    expect(granted(groups, ['Organisations', 'Organisations.Update', 'Elsewhere'])).toEqual([{
      group: 'Partners', permissions: [{ name: 'Organisations', displayName: 'Organisations', depth: 0 }, { name: 'Organisations.Update', displayName: 'Organisations.Update', depth: 1 }],
    }]);
    expect(granted(groups, [])).toEqual([]);
  });

  it('is said as well where it is not the reader\'s to give', () => {
    expect(besides(groups, ['Mails', 'Elsewhere'])).toEqual(['Elsewhere']);
  });
});
