import type { Page } from '@playwright/test';
import { providerAddress } from './host';
import { expect, expectAccessible, tabTo, test } from './journey';
import { madeUser } from './records';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ request }) => {
  await madeUser(request, 'alex.madeup', []);
});

test.beforeEach(({ forgive }) => forgive(new RegExp(`elsewhere: ${providerAddress}/authorize`)));

test('the university vouches for somebody: the group gives the role, the link is kept, and signing out ends it here', async ({ page }) => {
  await page.goto('/pipeline');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in with Example University' }).click();
  await page.getByRole('link', { name: 'Alex of the engagement office' }).click();
  await expect(page).toHaveURL(/\/pipeline$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: /Account and language/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'PartnerCrm' })).toBeVisible();
  await page.goto('/pipeline');
  await expect(page.locator('#user')).toBeVisible();
});

test('by keyboard alone; whoever left the group has lost the role', async ({ page }) => {
  await page.goto('/welcome');
  await byKeyboard(page, 'Alex, moved to another office');
  await expect(page.getByRole('heading', { level: 1, name: 'First steps' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Pipeline' })).toBeHidden();
  await page.goto('/pipeline');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page isn’t open to you');
});

test('whom nobody here knows is told what to do', async ({ page }) => {
  await page.goto('/welcome');
  await byKeyboard(page, 'Somebody without an account');
  await expect(page.getByRole('alert')).toContainText('you have no account here yet');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back to sign-in' }).click();
  await expect(page.locator('#user')).toBeVisible();
});

async function byKeyboard(page: Page, who: string): Promise<void> {
  await expect(page.locator('#user')).toBeVisible();
  await tabTo(page, /^Sign in with Example University$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  await tabTo(page, new RegExp(`^${who}$`));
  await page.keyboard.press('Enter');
}
