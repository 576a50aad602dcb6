import type { Command } from './command';
import { matching } from './matching';

const command = (title: string, more: Partial<Command> = {}): Command => ({ id: title, title, group: 'go', ...more });
const found = (commands: Command[], text: string) => matching(commands, text, key => key).map(match => match.title);

describe('finding a command', () => {
  it('wants every word, wherever it stands', () => {
    expect(found([command('Create contact'), command('Contacts')], 'con cre')).toEqual(['Create contact']);
  });

  it('puts a title that begins with it first', () => {
    expect(found([command('Recent mail'), command('Mail')], 'mail')).toEqual(['Mail', 'Recent mail']);
  });

  it('does without accents', () => {
    expect(found([command('Jörg Müller')], 'muller jorg')).toEqual(['Jörg Müller']);
  });

  it('also looks at keywords', () => {
    expect(found([command('Hold', { keywords: 'stop pause' })], 'paus')).toEqual(['Hold']);
  });

  it('keeps the groups in order: what can be done here before where to go', () => {
    expect(found([command('Note of a page'), command('Add a note', { group: 'here' })], 'note')).toEqual(['Add a note', 'Note of a page']);
  });
});
