import { type CallId, callViewSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import type { Browser, Page } from 'playwright';
import { launchChromium, openPage } from './chromium.ts';
import { watchShownText } from './shown-text.ts';

/** A person at a browser, whose microphone plays a recording. */
export interface Person {
  page: Page;
  /** Uncaught errors of the page so far. */
  pageErrors: Error[];
  close(): Promise<void>;
}

/** Opens a browser for one person; its microphone plays `wavPath` from each time it is opened. */
export async function openPerson(stack: Stack, wavPath: string): Promise<Person> {
  const browser: Browser = await launchChromium(wavPath);
  const { page, pageErrors } = await openPage(browser, stack.urls.web);
  await watchShownText(page);
  return { page, pageErrors, close: () => browser.close() };
}

/** Walks a customer from the first question into the line. */
export async function callIn(
  { page }: Person,
  who: { name: string; contact: string; consent?: 'accepted' | 'declined' },
): Promise<CallId> {
  await page.goto('/call');
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('E-mail or phone').fill(who.contact);
  await page.getByRole('button', { name: 'Continue' }).click();
  const choice = who.consent === 'declined' ? 'No, only talk' : 'Yes, write it down';
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /^(Join the line|Skip the test and join)$/ }).click();
  await page.getByRole('heading', { name: `Hello ${who.name}` }).waitFor();
  const current = await page.request.get('/api/calls/current');
  return callViewSchema.parse(await current.json()).callId;
}

/** Signs a person with an account in; lands on the desk when it is an agent. */
export async function signIn({ page }: Person, stack: Stack, username: string): Promise<void> {
  const user = stack.users.find((candidate) => candidate.username === username);
  if (!user) throw new Error(`The stack has no user ${username}`);
  await page.goto('/auth/signin');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/auth'));
}

/** Makes a signed-in agent available. */
export async function goAvailable({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Go available' }).click();
  await page.getByText('Waiting for the next call').waitFor();
}

/** Accepts the call on offer and waits until both sides are in it. */
export async function acceptCall(agent: Person, customer: Person): Promise<void> {
  await agent.page.getByRole('button', { name: 'Accept' }).click();
  await agent.page.getByRole('button', { name: /^Hang up/ }).waitFor();
  await customer.page.getByRole('button', { name: /^Hang up/ }).waitFor();
}
