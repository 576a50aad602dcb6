import type { PermissionChoice } from '../proxy/host/models';

type Choices = readonly PermissionChoice[];

/** What is ticked after one tick: with a permission comes the one without which it is of no use; with one that goes, go those under it. */
export function tick(choices: Choices, ticked: ReadonlySet<string>, name: string, on: boolean): ReadonlySet<string> {
  const next = new Set(ticked);
  if (on) for (const each of upFrom(choices, name)) next.add(each);
  else for (const each of downFrom(choices, name)) next.delete(each);
  return next;
}

/** All of them, or none; what is ticked elsewhere stays. */
export function tickAll(choices: Choices, ticked: ReadonlySet<string>, on: boolean): ReadonlySet<string> {
  const next = new Set(ticked);
  for (const { name } of choices) on ? next.add(name) : next.delete(name);
  return next;
}

/** How far in it stands below what it needs. */
export function depth(choices: Choices, name: string): number {
  return upFrom(choices, name).length - 1;
}

/** Itself and what it needs, as far as that is to be chosen here. */
function upFrom(choices: Choices, name: string): string[] {
  const choice = choices.find(each => each.name === name);
  return choice ? [name, ...(choice.parent ? upFrom(choices, choice.parent) : [])] : [];
}

function downFrom(choices: Choices, name: string): string[] {
  return [name, ...choices.filter(each => each.parent === name).flatMap(each => downFrom(choices, each.name))];
}
