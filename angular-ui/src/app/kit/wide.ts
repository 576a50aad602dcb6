import { DestroyRef, inject, signal, type Signal } from '@angular/core';

/** So wide are lists that show all their columns; narrower ones say the rest beneath. */
export const listWidth = 768;

/** Whether there is room of so many pixels; where not, a screen says the same in another shape. */
export function wide(pixels: number): Signal<boolean> {
  const room = matchMedia(`(min-width: ${pixels}px)`);
  const is = signal(room.matches);
  const change = () => is.set(room.matches);
  room.addEventListener('change', change);
  inject(DestroyRef).onDestroy(() => room.removeEventListener('change', change));
  return is;
}
