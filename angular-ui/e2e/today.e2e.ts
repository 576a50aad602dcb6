import { expect, expectAccessible, signIn, test } from './journey';
import { adminPassword } from './host';
import { People } from './people';

let names: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ request }) => {
  const people = await People.open(request);
  const picked = await people.pick(3, 'robin');
  names = picked.map(each => each.contactName);
  const ownerId = await people.userId('robin');
  for (const [at, each] of picked.entries()) await people.post('follow-ups', { relationshipId: each.id, text: `Call about the open day, ${at + 1}.`, ownerId });
});

test('a day by keyboard alone: each thing takes one key, and the next one follows', async ({ page }) => {
  await signIn(page, 'robin', adminPassword);
  await page.goto('/today');
  const first = page.getByRole('button', { name: /Call about the open day, 1/ });
  await expect(first).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('k');
  for (let on = 0; on < 50 && (await first.getAttribute('aria-current')) !== 'true'; on++) await page.keyboard.press('j');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('k');
  await expect(first).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByText(`${names[0]}: done`)).toBeVisible();
  await expect(first).toBeHidden();
  await expect(page.locator('[aria-current=true]').first()).toBeVisible();

  await page.keyboard.press('z');
  await expect(first).toBeFocused();

  await page.keyboard.press('h');
  await expect(page.getByText('Until when?')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Until when?')).toBeHidden();
  await page.keyboard.press('h');
  await page.keyboard.press('1');
  await expect(page.getByText(`${names[0]} comes back later`)).toBeVisible();
  await expect(first).toBeHidden();
});

test('keys are letters while one writes', async ({ page }) => {
  await signIn(page, 'robin', adminPassword);
  await page.goto('/today');
  const second = page.getByRole('button', { name: /Call about the open day, 2/ });
  await second.click();
  await page.keyboard.press('n');
  await page.keyboard.type('1 hour, then z');
  await expect(page.getByRole('textbox', { name: 'Add a note' })).toHaveValue('1 hour, then z');
  await expect(second).toBeVisible();
  await page.getByRole('group', { name: 'Answers' }).getByRole('button', { name: 'Done' }).click();
  await expect(second).toBeHidden();
});

test('a refused answer brings the thing back with the reason', async ({ page, request, forgive }) => {
  forgive(/403|409|400/);
  const people = await People.open(request);
  await signIn(page, 'robin', adminPassword);
  await page.goto('/today');
  const third = page.getByRole('button', { name: /Call about the open day, 3/ });
  await third.click();
  // The list isn't renewed behind somebody who looks elsewhere: what happens meanwhile isn't seen yet.
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  const ownerId = await people.userId('robin');
  const open = await people.get<{ items: { id: string; title: string }[] }>(`follow-ups?ownerId=${ownerId}&kind=ToDo&maxResultCount=50`);
  await people.post(`follow-ups/${open.items.find(each => each.title.includes(', 3'))!.id}/done`, { answer: 'Done' });
  await page.keyboard.press('1');
  await expect(page.locator('crm-toast-stack .failed')).toBeVisible();
});

test('on a phone the thing chosen opens in its place', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'robin', adminPassword);
  await page.goto('/today');
  await expect(page.getByRole('group', { name: 'Answers' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
