import { signal } from '@angular/core';

const key = 'crm.recent.contacts';
const most = 8;

export interface Recent { id: string; name: string }

const opened = signal<readonly Recent[]>(read());

/** Contacts opened last, newest first: what the palette offers before anything is typed. */
export const recentContacts = opened.asReadonly();

export function rememberContact(id: string, name: string): void {
  opened.update(before => [{ id, name }, ...before.filter(each => each.id !== id)].slice(0, most));
  try {
    localStorage.setItem(key, JSON.stringify(opened()));
  } catch {
    // A browser that keeps nothing works, only without memory.
  }
}

function read(): readonly Recent[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Recent[];
  } catch {
    return [];
  }
}
