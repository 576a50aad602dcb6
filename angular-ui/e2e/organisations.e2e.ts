import { readFileSync } from 'node:fs';
import { hostAddress } from './host';
import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { asSystem } from './records';
import type { APIRequestContext } from '@playwright/test';

test('organisations are narrowed by chips, given a lead together, and those selected are a file', async ({ page, request }) => {
  const word = await madeHouses(request, ['Makers', 'Bakers', 'Shakers']);
  await signIn(page);
  await page.goto(`/organisations?q=${word}`);
  await expect(page.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Country' }).hover();
  await page.getByRole('menuitemradio', { name: 'Germany' }).click();
  await expect(page.getByRole('button', { name: /Country: Germany/ })).toBeVisible();
  await expect(page).toHaveURL(/country=DE/);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expectAccessible(page);

  await page.getByRole('checkbox', { name: 'Select all' }).check();
  const bulk = page.getByRole('toolbar');
  const saved = page.waitForEvent('download');
  await bulk.getByRole('button', { name: 'CSV' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8').trim().split('\n')).toHaveLength(3);

  await bulk.getByRole('button', { name: 'Set the lead owner' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set the lead owner' });
  await expectAccessible(page);
  await dialog.getByLabel('Lead owner').selectOption({ index: 1 });
  const lead = await dialog.getByLabel('Lead owner').locator('option:checked').textContent();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Done for 2 of 2')).toBeVisible();
  await expect(page.getByRole('cell', { name: lead!.trim() })).toHaveCount(2);
});

test('and by keyboard alone; where nothing fits, a filter is taken away again', async ({ page, request }) => {
  const word = await madeHouses(request, ['Menders', 'Vendors']);
  await signIn(page);
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1, name: 'Organisations' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  await expect(page.getByRole('row')).toHaveCount(3);
  await tabTo(page, /^Filter$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menuitemradio', { name: 'me', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Lead owner: nobody yet/ })).toBeVisible();
  await expect(page).toHaveURL(/lead=none/);
  await tabTo(page, new RegExp(`Menders`));
  await page.keyboard.press('x');
  await expect(page.getByRole('toolbar')).toBeVisible();
  await tabTo(page, /^Delete$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Delete 1 organisations?' })).toBeVisible();
  await tabTo(page, /^Delete$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Done for 1 of 1')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);

  await page.goto('/organisations?kind=Individual&country=DE&touch=yes');
  await tabTo(page, /^Without .*Country: Germany/);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/country/);
});

/** The first in Britain, the others in Germany; the word that finds them. */
async function madeHouses(request: APIRequestContext, names: string[]): Promise<string> {
  const word = `Org${Date.now().toString(36)}`;
  const headers = await asSystem(request);
  for (const [at, name] of names.entries()) {
    const answer = await request.post(`${hostAddress}/api/crm/organisations`, { headers, data: { name: `${word} ${name}`, country: at ? 'DE' : 'GB' } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  return word;
}
