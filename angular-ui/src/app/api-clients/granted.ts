import type { PermissionChoices } from '../proxy/host/models';
import { depth } from './permission-tree';

/** What a system may do, as it is grouped for choosing. */
export function granted(groups: readonly PermissionChoices[], permissions: readonly string[]) {
  return groups
    .map(({ group, permissions: choices }) => ({
      group,
      permissions: choices.filter(each => permissions.includes(each.name)).map(({ name, displayName }) => ({ name, displayName, depth: depth(choices, name) })),
    }))
    .filter(group => group.permissions.length);
}

/** What it may do besides, that isn't the reader's to give: it keeps that. */
export function besides(groups: readonly PermissionChoices[], permissions: readonly string[]): string[] {
  return permissions.filter(name => !groups.some(group => group.permissions.some(each => each.name === name)));
}
