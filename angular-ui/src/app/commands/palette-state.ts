import { Injectable, signal } from '@angular/core';

/** Whether the palette is open; anything may open it. */
@Injectable({ providedIn: 'root' })
export class Palette {
  private readonly shown = signal(false);
  readonly open = this.shown.asReadonly();

  show(): void {
    this.shown.set(true);
  }

  close(): void {
    this.shown.set(false);
  }
}
