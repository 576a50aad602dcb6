import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { EnvironmentService } from '@abp/ng.core';
import { isUnreachable } from '../kit/sentence';

const firstMilliseconds = 1000;
const mostMilliseconds = 15_000;

/** Whether the host can be reached. A request without any answer says no; from then on the host is asked until it answers. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly environment = inject(EnvironmentService);
  private readonly gone = signal(false);
  private readonly returns = signal(0);
  private timer?: ReturnType<typeof setTimeout>;
  private wait = firstMilliseconds;

  readonly lost = this.gone.asReadonly();
  /** How often it came back. */
  readonly returned = this.returns.asReadonly();

  constructor() {
    window.addEventListener('offline', () => this.lose());
    window.addEventListener('online', () => { if (this.gone()) void this.ask(); });
  }

  lose(): void {
    if (this.gone()) return;
    this.gone.set(true);
    this.wait = firstMilliseconds;
    this.askLater();
  }

  find(): void {
    if (!this.gone()) return;
    clearTimeout(this.timer);
    this.gone.set(false);
    this.returns.update(times => times + 1);
  }

  private askLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), this.wait);
    this.wait = Math.min(this.wait * 2, mostMilliseconds);
  }

  // Not by HttpClient: nobody is to be told that asking failed.
  private async ask(): Promise<void> {
    const answered = await fetch(`${this.environment.getApiUrl('default')}/health`, { cache: 'no-store' }).then(answer => answer.status !== 502 && answer.status !== 504, () => false);
    if (answered) this.find();
    else if (this.gone()) this.askLater();
  }
}

/** What failed for want of a connection is asked again when it is back. For a constructor. */
export function againWhenBack(error: () => unknown, again: () => void): void {
  const connection = inject(Connection);
  let seen = connection.returned();
  effect(() => {
    const times = connection.returned();
    if (times === seen) return;
    seen = times;
    untracked(() => { if (isUnreachable(error())) again(); });
  });
}
