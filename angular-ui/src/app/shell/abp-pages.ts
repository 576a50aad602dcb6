import { LocalizationService } from '@abp/ng.core';
import { DestroyRef, inject, provideAppInitializer } from '@angular/core';

let numbers = 0;

function idOf(element: Element): string {
  return (element.id ||= `crm-abp-${++numbers}`);
}

/**
 * ABP's own pages come as they are. What they leave out for people who don't see the screen, or don't point, is added to what they drew:
 * names of fields and dialogs, buttons that are hidden from screen readers, what was said in passing, and a question that holds the focus until it is answered.
 */
export function mend(root: ParentNode, text: (key: string) => string): void {
  for (const label of root.querySelectorAll<HTMLLabelElement>('.form-group > label:not([for])')) {
    const field = label.nextElementSibling;
    if (field?.matches('input, select, textarea')) label.htmlFor = idOf(field);
  }
  for (const button of root.querySelectorAll('abp-button[aria-hidden]')) button.removeAttribute('aria-hidden');
  for (const button of root.querySelectorAll<HTMLElement>('.input-group > input + button:not([aria-label])')) {
    if (!button.textContent?.trim()) button.setAttribute('aria-label', text('::ShowPassword'));
  }
  // A table without rows has no group of them.
  for (const body of root.querySelectorAll('datatable-body')) {
    const isEmpty = !body.querySelector('[role=row]');
    body.setAttribute('role', isEmpty ? 'presentation' : 'rowgroup');
    if (isEmpty) body.removeAttribute('tabindex');
  }
  // A moving line without a name, where only rows may be: it says nothing to whoever can't see it.
  for (const line of root.querySelectorAll('datatable-progress:not([aria-hidden])')) line.setAttribute('aria-hidden', 'true');
  for (const dialog of root.querySelectorAll('[role=dialog]:not([aria-labelledby], [aria-label])')) {
    const heading = dialog.querySelector('.modal-header :is(h3, h4, h5)');
    if (heading) dialog.setAttribute('aria-labelledby', idOf(heading));
  }
  for (const toasts of root.querySelectorAll('abp-toast-container:not([role])')) toasts.setAttribute('role', 'status');
  for (const button of root.querySelectorAll('.abp-toast-close-button:not([aria-label])')) button.setAttribute('aria-label', text('::Dismiss'));
  for (const question of root.querySelectorAll<HTMLElement>('.confirmation-dialog:not([role])')) ask(question);
}

function ask(question: HTMLElement): void {
  const before = document.activeElement as HTMLElement | null;
  const title = question.querySelector('.title');
  const message = question.querySelector('.message');
  question.setAttribute('role', 'alertdialog');
  question.setAttribute('aria-modal', 'true');
  if (title) question.setAttribute('aria-labelledby', idOf(title));
  if (message) question.setAttribute('aria-describedby', idOf(message));
  const buttons = () => [...question.querySelectorAll<HTMLButtonElement>('button')];
  buttons()[0]?.focus();
  question.addEventListener('keydown', event => {
    if (event.key !== 'Tab') return;
    const all = buttons();
    const next = all[(all.indexOf(document.activeElement as HTMLButtonElement) + (event.shiftKey ? -1 : 1) + all.length) % all.length];
    event.preventDefault();
    next?.focus();
  });
  const gone = new MutationObserver(() => {
    if (question.isConnected) return;
    gone.disconnect();
    if (before?.isConnected && document.activeElement === document.body) before.focus();
  });
  gone.observe(document.body, { childList: true, subtree: true });
}

export function provideAbpPages() {
  return provideAppInitializer(() => {
    const localization = inject(LocalizationService);
    const observer = new MutationObserver(() => mend(document, key => localization.instant(key)));
    observer.observe(document.body, { childList: true, subtree: true });
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    // Tabs of theirs are links to a script that does nothing, which our policy refuses with an error.
    document.addEventListener('click', event => {
      if (event.target instanceof Element && event.target.closest('a[href^="javascript:"]')) event.preventDefault();
    });
  });
}
