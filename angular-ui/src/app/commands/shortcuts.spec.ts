import { TestBed } from '@angular/core/testing';
import { CommandRegistry } from './command-registry';
import { Shortcuts } from './shortcuts';

describe('shortcuts', () => {
  let registry: CommandRegistry;
  let shortcuts: Shortcuts;
  const press = (key: string, target: Element = document.body, held: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...held });
    Object.defineProperty(event, 'target', { value: target });
    shortcuts.press(event);
  };

  beforeEach(() => {
    localStorage.clear();
    document.body.innerHTML = '<input>';
    registry = TestBed.inject(CommandRegistry);
    shortcuts = TestBed.inject(Shortcuts);
  });

  it('run the command of the screen that is open before one of the application', () => {
    const ran: string[] = [];
    registry.add([{ id: 'app', title: 'App', group: 'app', shortcut: 'n', run: () => void ran.push('app') }]);
    const close = registry.add([{ id: 'app', title: 'Here', group: 'here', shortcut: 'n', run: () => void ran.push('here') }]);
    press('n');
    close();
    press('n');
    expect(ran).toEqual(['here', 'app']);
  });

  it('understand two keys one after the other', () => {
    let went = 0;
    registry.add([{ id: 'go.today', title: 'Today', group: 'go', shortcut: 'g t', run: () => void went++ }]);
    press('t');
    expect(went).toBe(0);
    press('g');
    press('t');
    expect(went).toBe(1);
  });

  it('leave letters alone while somebody writes, and all of them when switched off', () => {
    let ran = 0;
    registry.add([
      { id: 'a', title: 'A', group: 'here', shortcut: 'n', run: () => void ran++ },
      { id: 'b', title: 'B', group: 'here', shortcut: 'mod+k', run: () => void ran++ },
    ]);
    const field = document.querySelector('input')!;
    press('n', field);
    expect(ran).toBe(0);
    press('k', field, { ctrlKey: true });
    expect(ran).toBe(1);
    shortcuts.switchSingleKeys(false);
    press('n');
    expect(ran).toBe(1);
  });

  it('do nothing for a command that is not enabled', () => {
    let ran = 0;
    registry.add([{ id: 'a', title: 'A', group: 'here', shortcut: 'n', enabled: () => false, run: () => void ran++ }]);
    press('n');
    expect(ran).toBe(0);
  });
});
