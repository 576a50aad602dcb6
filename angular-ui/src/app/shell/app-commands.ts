import { ChangeDetectionStrategy, Component, DestroyRef, effect, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { Command } from '../commands/command';
import { CommandRegistry, commandsWhileHere } from '../commands/command-registry';
import { Palette } from '../commands/palette-state';
import { ShortcutSheet } from '../commands/shortcut-sheet';
import { Shortcuts } from '../commands/shortcuts';
import { Toasts } from '../kit/toasts';
import { MenuItems } from './menu-items';
import { Person } from './person';

// G, then the letter: one for every screen of the menu.
const letters: Record<string, string> = {
  '/today': 't', '/contacts': 'c', '/organisations': 'o', '/pipeline': 'p', '/mail': 'm', '/meetings': 'e', '/imports': 'i', '/plans': 'l', '/team': 'a',
};

/** Commands that work everywhere, and the keyboard's listener. */
@Component({
  selector: 'crm-app-commands',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ShortcutSheet],
  template: `<crm-shortcut-sheet #sheet />`,
})
export class AppCommands {
  private readonly router = inject(Router);
  private readonly person = inject(Person);
  private readonly palette = inject(Palette);
  private readonly toasts = inject(Toasts);
  private readonly items = inject(MenuItems);
  private readonly registry = inject(CommandRegistry);
  private readonly sheet = viewChild.required(ShortcutSheet);

  constructor() {
    inject(DestroyRef).onDestroy(inject(Shortcuts).listen());
    const signedIn = () => this.person.signedIn();
    commandsWhileHere([
      { id: 'app.palette', title: '::Commands:Title', group: 'app', icon: 'search', shortcut: 'mod+k', run: () => this.palette.show() },
      { id: 'app.shortcuts', title: '::Shortcuts:Title', group: 'app', icon: 'keyboard', shortcut: '?', run: () => this.sheet().show() },
      { id: 'app.undo', title: '::Undo:Latest', group: 'app', icon: 'arrow-counterclockwise', shortcut: 'z', visible: () => this.toasts.shown().some(toast => toast.undo), run: () => this.toasts.undoLatest() },
      { id: 'app.language', title: '::Person:Language', group: 'app', icon: 'globe', page: () => this.languages() },
      { id: 'go./welcome', title: '::Menu:Welcome', group: 'go', icon: 'stars', visible: signedIn, run: () => this.router.navigateByUrl('/welcome') },
      { id: 'app.account', title: '::Person:Account', group: 'app', icon: 'person-gear', visible: signedIn, run: () => this.person.openAccount() },
      { id: 'app.sign-out', title: '::Person:SignOut', group: 'app', icon: 'box-arrow-right', visible: signedIn, run: () => this.person.signOut() },
    ]);
    effect(onCleanup => {
      const go = [...this.items.screens(), ...this.items.administration()].map(({ path, name, icon }): Command => ({
        id: `go.${path}`, title: name, group: 'go', icon: icon.replace('bi bi-', ''),
        shortcut: letters[path] && `g ${letters[path]}`, run: () => this.router.navigateByUrl(path),
      }));
      onCleanup(this.registry.add(go));
    });
  }

  private languages(): Command[] {
    return this.person.languages().map(language => ({
      id: `app.language.${language.cultureName}`, title: language.displayName ?? language.cultureName!, group: 'app' as const, icon: 'globe',
      run: () => this.person.speak(language.cultureName!),
    }));
  }
}
