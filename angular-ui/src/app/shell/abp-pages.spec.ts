import { mend } from './abp-pages';

describe('ABP\'s own pages', () => {
  const drawn = (html: string) => {
    document.body.innerHTML = html;
    mend(document, key => key);
    return document.body;
  };

  it('have names for their fields', () => {
    const page = drawn('<div class="form-group"><label>Mail server</label><input></div>');
    expect(page.querySelector('label')!.control).toBe(page.querySelector('input'));
  });

  it('show their buttons to screen readers', () => {
    const page = drawn('<abp-button aria-hidden="true"><button>Save</button></abp-button><div class="input-group"><input><button><i></i></button></div>');
    expect(page.querySelector('abp-button')!.hasAttribute('aria-hidden')).toBe(false);
    expect(page.querySelector('.input-group button')!.getAttribute('aria-label')).toBe('::ShowPassword');
  });

  it('have no group of rows in a table without any', () => {
    const page = drawn('<datatable-body role="rowgroup" tabindex="0"></datatable-body>');
    const body = page.querySelector('datatable-body')!;
    expect([body.getAttribute('role'), body.hasAttribute('tabindex')]).toEqual(['presentation', false]);
    body.innerHTML = '<div role="row"></div>';
    mend(document, key => key);
    expect(body.getAttribute('role')).toBe('rowgroup');
  });

  it('keep the moving line of a table from being read as one of its rows', () => {
    const page = drawn('<datatable-body role="rowgroup"><datatable-progress><div role="progressbar"></div></datatable-progress></datatable-body>');
    expect(page.querySelector('datatable-progress')!.getAttribute('aria-hidden')).toBe('true');
  });

  it('name their dialogs by the heading', () => {
    const page = drawn('<div role="dialog"><div class="modal-header"><h3>New user</h3></div></div>');
    expect(document.getElementById(page.querySelector('[role=dialog]')!.getAttribute('aria-labelledby')!)!.textContent).toBe('New user');
  });

  it('hold the focus in a question until it is answered', () => {
    const page = drawn('<div class="confirmation-dialog"><h1 class="title">Sure?</h1><p class="message">It goes.</p><button id="cancel">Cancel</button><button id="confirm">Yes</button></div>');
    const tab = (shiftKey = false) => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', shiftKey, bubbles: true }));
    expect(page.querySelector('[role=alertdialog]')!.getAttribute('aria-modal')).toBe('true');
    expect(document.activeElement!.id).toBe('cancel');
    tab();
    expect(document.activeElement!.id).toBe('confirm');
    tab();
    expect(document.activeElement!.id).toBe('cancel');
    tab(true);
    expect(document.activeElement!.id).toBe('confirm');
  });
});
