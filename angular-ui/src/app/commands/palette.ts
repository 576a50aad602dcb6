import { ChangeDetectionStrategy, Component, ElementRef, afterRenderEffect, computed, effect, inject, signal, viewChild } from '@angular/core';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import type { Command } from './command';
import { CommandRegistry } from './command-registry';
import { KeyCaps } from './key-caps';
import { matching, type Match } from './matching';
import { Palette } from './palette-state';

const serverSearchAfterMilliseconds = 150;

/** Ctrl-K: go to anything, do anything. */
@Component({
  selector: 'crm-palette',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, KeyCaps],
  templateUrl: './palette.html',
  styleUrl: './palette.scss',
})
export class PaletteDialog {
  private readonly registry = inject(CommandRegistry);
  private readonly localization = inject(LocalizationService);
  protected readonly palette = inject(Palette);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly text = signal('');
  protected readonly pages = signal<readonly Command[]>([]);
  protected readonly found = signal<readonly Command[]>([]);
  /** What can be done with a text that nobody was found by. Always last: what is above doesn't move under the finger. */
  private readonly offers = signal<readonly Command[]>([]);
  protected readonly searching = signal(false);
  /** What the arrows chose, and what comes first otherwise: by its id, for what was found arrives later than the next key. */
  private readonly chosen = signal<string | null>(null);

  protected readonly matches = computed<Match[]>(() => {
    if (!this.palette.open()) return [];
    const page = this.pages().at(-1)?.page;
    const commands = page ? page() : [...this.registry.visible(), ...this.found()];
    const text = this.text().trim();
    // Before anything is typed the list stays short: what can be done here, what was open lately, where to go.
    const offered = text || page ? commands : commands.filter(command => command.id !== 'app.palette');
    return [...matching(offered, text, key => this.translate(key)), ...this.offers().map(command => ({ command, title: this.translate(command.title) }))];
  });
  protected readonly active = computed(() => Math.max(0, this.matches().findIndex(match => match.command.id === this.chosen())));

  protected readonly groups = computed(() => {
    const groups: { name: string; matches: { match: Match; index: number }[] }[] = [];
    this.matches().forEach((match, index) => {
      const name = match.command.group;
      if (groups.at(-1)?.name !== name) groups.push({ name, matches: [] });
      groups.at(-1)!.matches.push({ match, index });
    });
    return groups;
  });

  protected readonly activeId = computed(() => (this.matches().length ? `crm-palette-${this.active()}` : null));

  constructor() {
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.palette.open() && !dialog.open) dialog.showModal();
      if (!this.palette.open() && dialog.open) dialog.close();
    });
    effect(onCleanup => {
      const text = this.text().trim();
      this.chosen.set(null);
      this.found.set([]);
      this.offers.set([]);
      if (text.length < 2 || this.pages().length) return;
      const timer = setTimeout(() => void this.searchHost(text), serverSearchAfterMilliseconds);
      onCleanup(() => clearTimeout(timer));
    });
    afterRenderEffect(() => {
      this.active();
      this.list()?.nativeElement.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected write(text: string): void {
    this.text.set(text);
  }

  protected press(event: KeyboardEvent): void {
    const count = this.matches().length;
    const move = (to: number) => {
      event.preventDefault();
      if (count) this.point((to + count) % count);
    };
    switch (event.key) {
      case 'ArrowDown': return move(this.active() + 1);
      case 'ArrowUp': return move(this.active() - 1);
      case 'Enter':
        event.preventDefault();
        if (!event.isComposing && count) this.choose(this.matches()[this.active()].command);
        return;
      case 'Escape':
        event.preventDefault();
        event.stopPropagation();
        return this.text() ? this.write('') : this.close();
      case 'Backspace':
        if (!this.text() && this.pages().length) this.goBack();
        return;
    }
  }

  protected point(index: number): void {
    this.chosen.set(this.matches()[index].command.id);
  }

  protected choose(command: Command): void {
    if (command.enabled?.() === false) return;
    if (command.page) {
      this.pages.update(pages => [...pages, command]);
      this.write('');
      return;
    }
    this.close();
    this.registry.run(command);
  }

  protected goBack(): void {
    this.pages.update(pages => pages.slice(0, -1));
  }

  protected close(): void {
    this.palette.close();
  }

  protected closeFromOutside(event: MouseEvent): void {
    if (event.target === this.dialog().nativeElement) this.close();
  }

  protected clear(): void {
    this.palette.close();
    this.text.set('');
    this.pages.set([]);
    this.chosen.set(null);
  }

  protected translate(key: string): string {
    return key.startsWith('::') || /^\w+::/.test(key) ? this.localization.instant(key) : key;
  }

  private async searchHost(text: string): Promise<void> {
    this.searching.set(true);
    try {
      const searches = this.registry.searches();
      const each = await Promise.all(searches.map(search => search.find(text).catch(() => [])));
      // A slower answer to an older text is dropped.
      if (this.text().trim() !== text) return;
      this.offers.set(searches.map((search, at) => (each[at].length ? undefined : search.otherwise?.(text))).filter(command => command !== undefined));
      this.found.set(each.flat().map(command => ({ ...command, keywords: `${command.keywords ?? ''} ${text}` })));
    } finally {
      this.searching.set(false);
    }
  }
}
