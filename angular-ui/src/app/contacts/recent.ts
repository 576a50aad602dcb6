import { Injectable, inject, linkedSignal } from '@angular/core';
import { Own } from '../kit/own';

const kept = 'recent.contacts';
const most = 8;

export interface Recent { id: string; name: string }

/** Contacts opened last, newest first: what the palette offers before anything is typed. */
@Injectable({ providedIn: 'root' })
export class RecentContacts {
  private readonly own = inject(Own);
  private readonly opened = linkedSignal<string | undefined, readonly Recent[]>({ source: this.own.userId, computation: () => this.own.read<Recent[]>(kept) ?? [] });
  readonly all = this.opened.asReadonly();

  remember(id: string, name: string): void {
    this.opened.update(before => [{ id, name }, ...before.filter(each => each.id !== id)].slice(0, most));
    this.own.keep(kept, this.opened());
  }
}
