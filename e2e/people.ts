import { type CallId, callViewSchema, type Side } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import type { Browser, Page } from 'playwright';
import { killChromium, launchChromium, openPage, type StorageState } from './chromium.ts';
import { reachRooms } from './page-rooms.ts';
import { watchShownText } from './shown-text.ts';

/** A person at a browser, whose microphone plays a recording. */
export interface Person {
  page: Page;
  /** Uncaught errors of the page so far. */
  pageErrors: Error[];
  close(): Promise<void>;
  /** Ends the browser as a crash does; returns what it had kept, for another one. */
  crash(): Promise<StorageState>;
}

/** How a person's browser differs from a fresh one. */
export interface PersonOptions {
  /** The microphone starts again at the end of the recording. Default false. */
  loops?: boolean;
  /** Cookies and storage of a browser before this one. */
  storageState?: StorageState;
}

/** Opens a browser for one person; its microphone plays `wavPath` from each time it is opened. */
export async function openPerson(
  stack: Stack,
  wavPath: string,
  { loops = false, storageState }: PersonOptions = {},
): Promise<Person> {
  const browser: Browser = await launchChromium(wavPath, loops);
  const { context, page, pageErrors } = await openPage(browser, stack.urls.web, storageState);
  await watchShownText(page);
  await reachRooms(page);
  return {
    page,
    pageErrors,
    close: () => browser.close(),
    async crash() {
      const kept = await context.storageState();
      await killChromium(browser);
      return kept;
    },
  };
}

/** A customer and an agent, each at a browser. */
export interface Pair {
  customer: Person;
  agent: Person;
  /** Closes both browsers. */
  close(): Promise<void>;
}

/** Opens two browsers; the agent is signed in and available, the customer has not come yet. */
export async function openPair(
  stack: Stack,
  wavPaths: Readonly<Record<Side, string>>,
  username: string,
): Promise<Pair> {
  const customer = await openPerson(stack, wavPaths.customer);
  const agent = await openPerson(stack, wavPaths.agent);
  await signIn(agent, stack, username);
  await goAvailable(agent);
  return {
    customer,
    agent,
    async close() {
      await customer.close();
      await agent.close();
    },
  };
}

/** Who calls in, and what it agrees to. */
export interface CallingIn {
  name: string;
  contact: string;
  /** To being written down. Default `accepted`. */
  consent?: 'accepted' | 'declined';
  /** To being recorded, which is asked only of those who agree to the text. Default `accepted`. */
  recording?: 'accepted' | 'declined';
  /** Which queue, by its id. Default: the only one. */
  queue?: string;
}

/** Walks a customer from the first question into the line. */
export async function callIn({ page }: Person, who: CallingIn): Promise<CallId> {
  await page.goto(who.queue ? `/call?queue=${who.queue}` : '/call');
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('E-mail or phone').fill(who.contact);
  await page.getByRole('button', { name: 'Continue' }).click();
  const choice = who.consent === 'declined' ? 'No, only talk' : 'Yes, write it down';
  await page.getByRole('radio', { name: choice }).check();
  if (who.consent !== 'declined') {
    const sound = who.recording === 'declined' ? 'No, keep no sound' : 'Yes, record it';
    await page.getByRole('radio', { name: sound }).check();
  }
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /^(Join the line|Skip the test and join)$/ }).click();
  await page.getByRole('heading', { name: `Hello ${who.name}` }).waitFor();
  const current = await page.request.get('/api/calls/current');
  return callViewSchema.parse(await current.json()).callId;
}

/** Signs a person of the stack in; lands on the desk when it is an agent. */
export async function signIn(person: Person, stack: Stack, username: string): Promise<void> {
  const user = stack.users.find((candidate) => candidate.username === username);
  if (!user) throw new Error(`The stack has no user ${username}`);
  await signInWith(person, user);
}

/** Signs a person with an account in by name and password. */
export async function signInWith(
  { page }: Person,
  { username, password }: { username: string; password: string },
): Promise<void> {
  await page.goto('/auth/signin');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/auth'));
}

/** Makes a signed-in agent available, if it is not so from the call before. */
export async function goAvailable({ page }: Person): Promise<void> {
  const goAvailable = page.getByRole('button', { name: 'Go available' });
  const waiting = page.getByText('Waiting for the next call');
  await goAvailable.or(waiting).waitFor();
  if (await goAvailable.isVisible()) await goAvailable.click();
  await waiting.waitFor();
}

/** Accepts the call on offer and waits until both sides are in it. */
export async function acceptCall(agent: Person, customer: Person): Promise<void> {
  await agent.page.getByRole('button', { name: 'Accept' }).click();
  await agent.page.getByRole('button', { name: /^Hang up/ }).waitFor();
  await customer.page.getByRole('button', { name: /^Hang up/ }).waitFor();
}

/** Hangs up, finishes the wrap-up and rates the call, so that both can have another. */
export async function endCall(agent: Person, customer: Person): Promise<void> {
  await agent.page.keyboard.press('Control+Shift+E');
  await finishCall(agent, customer);
}

/** After the end: finishes the wrap-up and rates the call, so that both can have another. */
export async function finishCall(agent: Person, customer: Person): Promise<void> {
  await agent.page.getByRole('radio', { name: 'Resolved' }).check();
  await agent.page.getByRole('button', { name: /^Finish/ }).click();
  await agent.page.getByText('Waiting for the next call').waitFor();
  await customer.page.getByRole('radio', { name: /5/ }).check({ force: true });
  await customer.page.getByRole('button', { name: 'Send', exact: true }).click();
  await customer.page.getByRole('heading', { name: 'Thank you' }).waitFor();
}
