import { Injectable, inject } from '@angular/core';
import { Own } from './own';

/** What was written and not saved yet outlives leaving the page, and a reload; it ends with the tab, or with signing out. */
@Injectable({ providedIn: 'root' })
export class Unsaved {
  private readonly own = inject(Own);

  of<T>(what: string, id: string | null | undefined): T | undefined {
    return this.own.read<T>(nameOf(what, id), sessionStorage);
  }

  remember(what: string, id: string | null | undefined, written: unknown): void {
    this.own.keep(nameOf(what, id), written, sessionStorage);
  }

  forget(what: string, id: string | null | undefined): void {
    this.own.drop(nameOf(what, id), sessionStorage);
  }
}

function nameOf(what: string, id: string | null | undefined): string {
  return `unsaved.${what}.${id ?? 'new'}`;
}
