import { expect, type Locator, type Page } from '@playwright/test';

/** The row of ABP's list that holds this text. */
export function row(page: Page, text: string): Locator {
  return page.getByRole('row').filter({ hasText: text });
}

/** Searches ABP's list for the one row that holds this text: somebody new may stand on its second page. */
export async function find(page: Page, text: string): Promise<Locator> {
  await page.getByRole('searchbox').fill(text);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(row(page, text)).toBeVisible();
  return row(page, text);
}

/** Chooses something in the menu of a row. */
export async function choose(page: Page, text: string, action: string): Promise<void> {
  await row(page, text).getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('button', { name: action, exact: true }).click();
}
