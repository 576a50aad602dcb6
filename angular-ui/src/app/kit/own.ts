import { Injectable, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ConfigStateService } from '@abp/ng.core';

const ours = 'partnercrm.own.';

/** What the browser remembers for whoever is signed in: nobody else finds it there, and signing out ends it. Users' ids are unique across tenants. */
@Injectable({ providedIn: 'root' })
export class Own {
  private readonly config = inject(ConfigStateService);
  /** Whose it is. */
  readonly userId = toSignal<string | undefined>(this.config.getDeep$('currentUser.id'));

  read<T>(name: string, from: Storage = localStorage): T | undefined {
    try {
      return (JSON.parse(from.getItem(this.keyOf(name)) ?? 'null') as T | null) ?? undefined;
    } catch {
      return undefined;
    }
  }

  keep(name: string, value: unknown, into: Storage = localStorage): void {
    try {
      into.setItem(this.keyOf(name), JSON.stringify(value));
    } catch {
      // A browser that keeps nothing works, only without memory.
    }
  }

  drop(name: string, from: Storage = localStorage): void {
    from.removeItem(this.keyOf(name));
  }

  /** Nothing stays of them on this machine. */
  forget(): void {
    for (const storage of [localStorage, sessionStorage]) for (const key of Object.keys(storage)) if (key.startsWith(this.keyOf(''))) storage.removeItem(key);
  }

  private keyOf(name: string): string {
    return `${ours}${this.userId() ?? ''}.${name}`;
  }
}
