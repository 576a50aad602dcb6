import { expect, expectAccessible, signIn, test } from './journey';
import { People } from './people';

let name = '';

test.beforeAll(async ({ request }) => {
  name = (await (await People.open(request)).pick(1, 'toni'))[0].contactName;
});

test('the head of engagement sees who has how much on, and holds a person by keyboard alone', async ({ page }) => {
  await signIn(page);
  await page.goto('/team');
  await expect(page.getByRole('row').filter({ hasText: 'Toni Specimen' })).toContainText('of 15');
  await expectAccessible(page);

  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog', { name: 'Place a hold' });
  const person = dialog.getByRole('combobox', { name: 'Person' });
  await expect(person).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type(name);
  await expect(dialog.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Leadership talks to them');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Hold', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  const holds = page.getByRole('region', { name: /Holds/ });
  await expect(holds).toContainText('Leadership talks to them');
  await holds.getByRole('button', { name: `Lift: ${name}` }).click();
  await expect(holds).not.toContainText(name);
  await page.keyboard.press('z');
  await expect(holds).toContainText('Leadership talks to them');
  await holds.getByRole('button', { name: `Lift: ${name}` }).click();
});

test('on a phone the table is a list', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.goto('/team');
  await expect(page.getByRole('heading', { name: 'Who has how much on' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
