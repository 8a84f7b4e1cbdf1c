import type { CustomerRecord } from '@agent/protocol';
import type { Locator, Page } from 'playwright';

/** The customer's card at the agent's desk. */
export function customerCard(page: Page): Locator {
  return page.getByRole('region', { name: 'Customer' });
}

/** One order in the customer's card. */
export function orderRow(page: Page, orderNumber: CustomerRecord['orders'][number]['orderNumber']) {
  return customerCard(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(orderNumber, { exact: true }) });
}

/** Types into the search for customers in the card, once that is open. */
export async function searchCustomers(page: Page, query: string): Promise<void> {
  await customerCard(page).getByRole('combobox', { name: 'Find the customer' }).fill(query);
}

/** A customer that a search has found, by name or e-mail. */
export function customerHit(page: Page, text: string): Locator {
  return customerCard(page)
    .getByRole('option')
    .filter({ has: page.getByText(text, { exact: true }) });
}

/** The panel of suggestions. */
export function suggestionPanel(page: Page): Locator {
  return page.getByRole('region', { name: 'Suggestions' });
}

/** Suggestions that something can be done with, newest first or not. */
export function suggestionCards(page: Page): Locator {
  return suggestionPanel(page).locator('article[data-state=current], article[data-state=waiting]');
}

/** The suggestion that the keys act on. */
export function currentSuggestion(page: Page): Locator {
  return suggestionPanel(page).locator('article[data-state=current]');
}

/** Id of a shown suggestion. */
export async function suggestionIdOf(card: Locator): Promise<string> {
  return (await card.getAttribute('data-suggestion-id')) ?? '';
}

/** Chooses how many suggestions the agent wants to see. */
export async function chooseDensity(
  page: Page,
  density: 'All' | 'Important' | 'None',
): Promise<void> {
  await suggestionPanel(page)
    .getByRole('button', { name: /^How many suggestions/ })
    .click();
  await suggestionPanel(page).getByRole('radio', { name: density }).check({ force: true });
  await page.keyboard.press('Escape');
}
