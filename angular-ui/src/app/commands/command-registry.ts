import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { Command, CommandSearch } from './command';

/** Everything that can be done right now. Screens add their commands while they are open. */
@Injectable({ providedIn: 'root' })
export class CommandRegistry {
  private readonly batches = signal<readonly (readonly Command[])[]>([]);
  private readonly searchers = signal<readonly CommandSearch[]>([]);

  /** Latest first: an open record's commands win over those of the application. */
  readonly all = computed(() => {
    const byId = new Map<string, Command>();
    for (const command of [...this.batches()].reverse().flat()) if (!byId.has(command.id)) byId.set(command.id, command);
    return [...byId.values()];
  });

  readonly searches = this.searchers.asReadonly();

  /** Adds commands until the returned function is called. */
  add(commands: readonly Command[]): () => void {
    this.batches.update(batches => [...batches, commands]);
    return () => this.batches.update(batches => batches.filter(batch => batch !== commands));
  }

  addSearch(search: CommandSearch): () => void {
    this.searchers.update(searches => [...searches, search]);
    return () => this.searchers.update(searches => searches.filter(other => other !== search));
  }

  visible(): Command[] {
    return this.all().filter(command => command.visible?.() ?? true);
  }

  find(id: string): Command | undefined {
    return this.visible().find(command => command.id === id);
  }

  run(command: Command): boolean {
    if (!command.run || command.visible?.() === false || command.enabled?.() === false) return false;
    void command.run();
    return true;
  }
}

/** In a component's constructor or field: these commands are there as long as the component is. */
export function commandsWhileHere(commands: readonly Command[]): void {
  inject(DestroyRef).onDestroy(inject(CommandRegistry).add(commands));
}
