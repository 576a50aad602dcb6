import { DestroyRef, inject, signal, type Signal } from '@angular/core';

/** Room for the list and, beside it, the thing chosen. */
export function wide(): Signal<boolean> {
  const room = matchMedia('(min-width: 1000px)');
  const is = signal(room.matches);
  const change = () => is.set(room.matches);
  room.addEventListener('change', change);
  inject(DestroyRef).onDestroy(() => room.removeEventListener('change', change));
  return is;
}
