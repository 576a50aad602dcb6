import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { JSHandle, Locator, Page } from '@playwright/test';
import { adminPassword } from './host';
import { expect, expectAccessible, signIn, tabTo, test } from './journey';

const demoData = join(__dirname, '../../etc/demo-data');
const files = ['Basic_LinkedInDataExport_11-10-2026.zip', 'attendee-report.csv'].map(name => join(demoData, name));
const tenMinutes = 10 * 60_000;

test('a newcomer comes from two files to a first started relationship, by mouse alone', async ({ page }) => {
  test.slow();
  const began = Date.now();
  await signIn(page, 'robin', adminPassword, true);

  await expect(page.getByRole('heading', { level: 1, name: 'First steps' })).toBeVisible();
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByRole('button', { name: 'Understood' })).toBeHidden();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Import files' }).click();
  await page.locator('.zone').dispatchEvent('drop', { dataTransfer: await dragged(page) });
  await expect(page.getByText('These are LinkedIn connections.')).toBeVisible();
  await expect(page.getByText('This is a list of an event\'s attendees.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('article').filter({ hasText: 'LinkedIn connections' }).getByRole('button', { name: 'Read this file' }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('button', { name: 'Read this file' }).click();
  await expect(page).toHaveURL(/\/imports\/[\w-]+$/);
  await page.reload();
  await expect(page.getByText(/\d+ attended;/)).toBeVisible();

  // Nothing is ticked; capacity is there before anybody is.
  await expect(page.getByRole('checkbox', { name: 'Select', exact: true }).first()).not.toBeChecked();
  await expect(page.getByText(/Room for \d+ more/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: /Who is this\?/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Who is this?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Same as this/ }).first().click();
  await expect(page.getByText(/is the same person/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to the people' }).first().click();

  await free(page).first().check();
  await expect(page.getByText('1 ticked')).toBeVisible();
  await page.getByRole('combobox', { name: 'Contact plan' }).selectOption({ label: 'From social contact to meeting (seconds instead of days)' });
  await page.getByRole('button', { name: 'Pick 1 and begin' }).click();
  await expect(page.getByText('They are contacts now')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  await page.getByRole('status').filter({ hasText: 'They are contacts now' }).getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible();
  await expect(page.getByText('Running', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expectAccessible(page);
  expect(Date.now() - began).toBeLessThan(tenMinutes);
});

test('and by keyboard alone', async ({ page }) => {
  test.slow();
  const began = Date.now();
  await signIn(page, 'toni', adminPassword);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
  // The chooser is the system's own: that the key opens it is seen, and the file given as it would give it.
  const input = page.locator('input[type=file]');
  await input.evaluate(each => each.addEventListener('click', event => {
    event.preventDefault();
    each.dataset['opened'] = 'yes';
  }));
  await page.keyboard.press('n');
  await expect(input).toHaveAttribute('data-opened', 'yes');
  await input.setInputFiles(files[1]);
  await expect(page.getByText('This is a list of an event\'s attendees.')).toBeVisible();
  await tabTo(page, /^Read this file$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/imports\/[\w-]+$/);
  const whom = free(page).first();
  await expect(whom).toBeVisible();

  await expect(async () => {
    await page.keyboard.press('j');
    expect(await whom.evaluate(each => each.closest('tr')!.contains(document.activeElement))).toBe(true);
  }).toPass({ intervals: [0] });
  await page.keyboard.press('x');
  await expect(page.getByText('1 ticked')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pick 1 and begin' })).toBeEnabled();
  await page.keyboard.press('p');
  const done = page.getByRole('status').filter({ hasText: 'They are contacts now' });
  await expect(done).toBeVisible({ timeout: 30_000 });

  const name = (await done.getByRole('link').textContent())!.trim();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill(name);
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Running', { exact: true })).toBeVisible({ timeout: 40_000 });
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'What do you want to remember?' })).toBeFocused();
  await page.keyboard.type('Prefers mornings');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Prefers mornings')).toBeVisible();
  expect(Date.now() - began).toBeLessThan(tenMinutes);
});

/** Whoever can be ticked: neither a contact yet nor somebody who doesn't want to be one. */
function free(page: Page): Locator {
  return page.getByRole('checkbox', { name: 'Select', exact: true, disabled: false });
}

/** The files, held under the pointer. */
function dragged(page: Page): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(given => {
    const held = new DataTransfer();
    for (const { name, base64 } of given) held.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], name));
    return held;
  }, files.map(file => ({ name: basename(file), base64: readFileSync(file).toString('base64') })));
}
