import { commandGroups, type Command } from './command';

export interface Match {
  command: Command;
  title: string;
}

/** Lower case, without accents: «Muller» finds «Müller». */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Commands whose title or keywords hold every word typed; titles that begin with it come first, then by group. */
export function matching(commands: readonly Command[], text: string, translate: (key: string) => string): Match[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return commands
    .map(command => {
      const title = translate(command.title);
      return { command, title, worth: worth(folded(title), folded(command.keywords ? translate(command.keywords) : ''), words) };
    })
    .filter(match => match.worth > 0)
    .sort((a, b) => commandGroups.indexOf(a.command.group) - commandGroups.indexOf(b.command.group) || b.worth - a.worth)
    .map(({ command, title }) => ({ command, title }));
}

function worth(title: string, keywords: string, words: string[]): number {
  let sum = 1;
  for (const word of words) {
    if (title.startsWith(word)) sum += 4;
    else if (title.includes(' ' + word)) sum += 3;
    else if (title.includes(word)) sum += 2;
    else if ((' ' + keywords).includes(' ' + word)) sum += 1;
    else return 0;
  }
  return sum;
}
