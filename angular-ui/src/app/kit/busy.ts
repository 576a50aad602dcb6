import { signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';

/** One change at a time: what it answers, or undefined where it failed (the toast has said why). */
export function oneAtATime() {
  const busy = signal(false);
  return {
    busy: busy.asReadonly(),
    async run<T>(change: () => Observable<T>): Promise<{ value: T } | undefined> {
      if (busy()) return undefined;
      busy.set(true);
      try {
        return { value: await firstValueFrom(change(), { defaultValue: undefined as T }) };
      } catch {
        return undefined;
      } finally {
        busy.set(false);
      }
    },
  };
}
