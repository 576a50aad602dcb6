/** A key press in the words of a shortcut: `n`, `shift+arrowright`, `mod+k`. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  // A sign such as «?» is typed with Shift on one keyboard and without on another: only letters and named keys tell them apart.
  if (event.shiftKey && (key.length > 1 || /[a-z]/.test(key))) parts.push('shift');
  return [...parts, key].join('+');
}

/** One printed key without Ctrl, Alt or Cmd: what WCAG 2.1.4 wants to be switched off at will. */
export function isCharacterKey(key: string): boolean {
  return !/^(mod|alt)\+|\+(mod|alt)\+/.test(key) && key.replace('shift+', '').length === 1;
}

const typing = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox], [role=combobox]';

/** Whether a person is writing or answering a dialog, where letters mean letters. */
export function isBusyTyping(target: EventTarget | null, page: Document = document): boolean {
  if (target instanceof Element && target.closest(typing)) return true;
  // A dialog that is only in the page, not shown, doesn't count.
  return [...page.querySelectorAll('dialog[open], [role=dialog], [role=alertdialog], [role=menu], .modal.show')].some(each => each.checkVisibility?.() ?? true);
}

/** `mod+k` → `⌘K` on a Mac, `Ctrl K` elsewhere; `g t` → `G then T` by its two parts. */
export function keyCaps(shortcut: string, mac = isMac()): string[] {
  const names: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl', alt: mac ? '⌥' : 'Alt', shift: '⇧', enter: '↵', escape: 'Esc',
    arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', space: '␣',
  };
  return shortcut.split(' ').flatMap(step => step.split('+').map(part => names[part] ?? part.toUpperCase()));
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
