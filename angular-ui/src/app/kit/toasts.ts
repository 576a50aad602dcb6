import { HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { LocalizationService } from '@abp/ng.core';

export interface Toast {
  id: number;
  text: string;
  tone: 'done' | 'failed';
  /** Takes back what was done. */
  undo?: () => void | Promise<unknown>;
}

const shownMilliseconds = 8000;

/** What was just done, for 8 seconds, with a way back. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly texts = inject(LocalizationService);
  private readonly list = signal<readonly Toast[]>([]);
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private last = 0;

  readonly shown = this.list.asReadonly();

  done(text: string, undo?: Toast['undo']): void {
    this.show({ id: ++this.last, text, tone: 'done', undo });
  }

  failed(text: string): void {
    this.show({ id: ++this.last, text, tone: 'failed' });
  }

  /** The key Z: takes the latest back. */
  undoLatest(): void {
    const latest = [...this.list()].reverse().find(toast => toast.undo);
    if (latest) this.undo(latest);
  }

  undo(toast: Toast): void {
    this.dismiss(toast.id);
    void this.takeBack(toast);
  }

  dismiss(id: number): void {
    this.letStay(id);
    this.list.update(toasts => toasts.filter(toast => toast.id !== id));
  }

  /** While the pointer or the focus is on it, it doesn't go away (WCAG 2.2.1). */
  letStay(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  letGo(id: number): void {
    this.letStay(id);
    this.timers.set(id, setTimeout(() => this.dismiss(id), shownMilliseconds));
  }

  /** What the host refused was said as any failed change is; anything else is said here. */
  private async takeBack(toast: Toast): Promise<void> {
    try {
      await toast.undo?.();
    } catch (failure) {
      if (!(failure instanceof HttpErrorResponse)) this.failed(this.texts.instant('::Failure:NotDone'));
    }
  }

  private show(toast: Toast): void {
    this.list.update(toasts => [...toasts.slice(-2), toast]);
    this.letGo(toast.id);
  }
}
