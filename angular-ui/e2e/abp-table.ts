import type { Locator, Page } from '@playwright/test';

/** The row of ABP's list that holds this text. */
export function row(page: Page, text: string): Locator {
  return page.getByRole('row').filter({ hasText: text });
}

/** Chooses something in the menu of a row. */
export async function choose(page: Page, text: string, action: string): Promise<void> {
  await row(page, text).getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('button', { name: action, exact: true }).click();
}
