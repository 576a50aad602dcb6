import { Injectable, computed, inject, signal } from '@angular/core';
import { CommandRegistry } from './command-registry';
import { isBusyTyping, isCharacterKey, keyOf } from './keys';

const rememberedAs = 'partnercrm.single-keys';
const sequenceMilliseconds = 1200;

/** Listens to the keyboard and runs the command whose shortcut was pressed. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly registry = inject(CommandRegistry);
  private readonly on = signal(localStorage.getItem(rememberedAs) !== 'off');
  private first = '';
  private firstAt = 0;

  /** Single letters work as shortcuts (WCAG 2.1.4: can be switched off). */
  readonly singleKeys = this.on.asReadonly();

  /** Those to be listed on the sheet. */
  readonly listed = computed(() => this.registry.visible().filter(command => command.shortcut));

  switchSingleKeys(on: boolean): void {
    this.on.set(on);
    localStorage.setItem(rememberedAs, on ? 'on' : 'off');
  }

  listen(page: Document = document): () => void {
    const press = (event: KeyboardEvent) => this.press(event);
    page.addEventListener('keydown', press);
    return () => page.removeEventListener('keydown', press);
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const key = keyOf(event);
    const letter = isCharacterKey(key);
    if (letter && !this.on()) return;
    // Keys with Ctrl work while writing, but never behind an open dialog.
    if (isBusyTyping(letter ? event.target : null)) return;
    if (!letter && !key.includes('mod+') && event.target instanceof Element && isBusyTyping(event.target)) return;

    const pair = event.timeStamp - this.firstAt < sequenceMilliseconds ? `${this.first} ${key}` : '';
    const commands = this.registry.visible();
    const command = commands.find(each => pair && each.shortcut === pair) ?? commands.find(each => each.shortcut === key);
    this.first = command ? '' : key;
    this.firstAt = event.timeStamp;
    if (command && this.registry.run(command)) event.preventDefault();
  }
}
