import { audienceOf, type CallId, eventPageSchema } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { loadScript, type Script } from '@agent/testing/script';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventsOf, query, storedEvents } from './call-log.ts';
import {
  chooseDensity,
  currentSuggestion,
  customerCard,
  customerHit,
  orderRow,
  searchCustomers,
  suggestionCards,
  suggestionIdOf,
  suggestionPanel,
} from './desk.ts';
import { packetNumbers } from './packet-numbers.ts';
import { acceptCall, callIn, endCall, openPair, openPerson, type Person } from './people.ts';
import { type ReceivedTraffic, recordTraffic } from './received-traffic.ts';
import { startTestStack } from './test-stack.ts';

const settlements = [
  'suggestion.accepted',
  'suggestion.edited',
  'suggestion.dismissed',
  'suggestion.marked-wrong',
] as const;
type SettledType = (typeof settlements)[number];

/** Somebody whom the directory does not know. */
const newcomer = { name: 'Zbigniew Quillfeather', contact: 'zbigniew@example.net' };

/** What a late delivery is answered with. */
const DELAY_CARDS = ['delivery-delay', 'order-status', 'refund-request', 'open-ticket-known'];

describe('an agent who is helped', () => {
  let stack: Stack;
  let script: Script;
  let customer: Person;
  let agent: Person;
  let callId: CallId;
  let customerTraffic: ReceivedTraffic;
  const settled: string[] = [];

  beforeAll(async () => {
    stack = await startTestStack();
    script = await loadScript('late-delivery');
    ({ customer, agent } = await openPair(stack, script.wavPaths, 'agent1'));
    customerTraffic = await recordTraffic(customer.page);
  });
  afterAll(async () => {
    await customer?.close();
    await agent?.close();
    await stack?.close();
  });

  it('sees the customer’s record from the offer on', async () => {
    callId = await callIn(customer, { name: 'Maria Santos', contact: 'maria@example.com' });
    const offer = agent.page.getByRole('alertdialog');
    await offer.getByText('Maria Santos').waitFor();
    await offer.getByText('Lifetime value').waitFor();
    await offer.getByText('Not verified').waitFor();
    await acceptCall(agent, customer);
    await customerCard(agent.page).getByText('maria@example.com').waitFor();
    await customerCard(agent.page).getByText('Not verified').waitFor();
    await orderRow(agent.page, '4521').waitFor();
    expect(await orderRow(agent.page, '4521').getByText('Mentioned').count()).toBe(0);
    expect(eventsOf(await log(), 'customer.linked')[0]?.data).toMatchObject({ by: 'match' });
  });

  it('has a card for the late delivery while the customer still waits for an answer', async () => {
    await suggestionCards(agent.page).first().waitFor({ timeout: 60_000 });
    const events = await log();
    const [offered] = eventsOf(events, 'suggestion.offered');
    expect(DELAY_CARDS).toContain(offered?.data.source.cardId);
    const finals = eventsOf(events, 'segment.final');
    const heard = finals.find(({ data }) => data.segmentId === offered?.data.segmentId);
    const answer = finals.find(
      ({ seq, data }) => data.speaker === 'agent' && seq > (heard?.seq ?? 0),
    );
    expect(heard?.data).toMatchObject({
      speaker: 'customer',
      text: expect.stringMatching(/not arrived/i),
    });
    expect(offered?.seq).toBeLessThan(answer?.seq ?? Number.POSITIVE_INFINITY);
  });

  it('puts it into the chat box by a key, and sends it', async () => {
    const words = await settleCurrent('u', untilLogged('suggestion.accepted'));
    const box = agent.page.getByRole('textbox', { name: 'Message' });
    await expect.poll(() => box.inputValue()).toBe(words);
    await box.press('Enter');
    await customer.page.getByText(words, { exact: true }).waitFor();
  });

  it('has the order highlighted once its number was said', async () => {
    await orderRow(agent.page, '4521').getByText('Mentioned').waitFor({ timeout: 60_000 });
    expect(eventsOf(await log(), 'order.mentioned')[0]?.data.orderNumber).toBe('4521');
  });

  it('sees a change of the record', async () => {
    const changed = orderRow(agent.page, '4521').getByText('Refunded');
    expect(await changed.count()).toBe(0);
    await query(stack.databaseUrl, `update orders set status = 'refunded' where number = '4521'`);
    const committedAtMs = performance.now();
    await changed.waitFor({ timeout: 10_000 });
    const tookMs = Math.round(performance.now() - committedAtMs);
    process.stdout.write(`A change of the record was on the screen after ${tookMs} ms.\n`);
  });

  it('is told that the customer is upset, with advice, and how each line sounds', async () => {
    await expect
      .poll(async () => eventsOf(await log(), 'sentiment.alerted').length, { timeout: 60_000 })
      .toBe(1);
    const [alerted] = eventsOf(await log(), 'sentiment.alerted');
    expect(alerted?.data.score).toBeLessThan(-0.5);
    await agent.page
      .getByText(alerted?.data.advice ?? '')
      .first()
      .waitFor();
    const upset = agent.page.getByRole('article').filter({ hasText: /frustrating/i });
    await upset.getByText('negative', { exact: true }).first().waitFor();
    const trend = agent.page.getByRole('figure', { name: 'Sentiment' });
    await trend.getByRole('img', { name: /^Sentiment of the customer: negative/ }).waitFor();
  });

  it('dismisses and marks as wrong by key, each an event of the call', async () => {
    await settleCurrent('Alt+x', untilLogged('suggestion.dismissed'));
    await settleCurrent('Alt+w', untilLogged('suggestion.marked-wrong'));
  }, 120_000);

  it('sees none when none are wanted, and the open ones again when all are', async () => {
    await currentSuggestion(agent.page).waitFor({ timeout: 60_000 });
    await chooseDensity(agent.page, 'None');
    await suggestionPanel(agent.page)
      .getByText(/turned suggestions off/)
      .waitFor();
    expect(await suggestionCards(agent.page).count()).toBe(0);
    await chooseDensity(agent.page, 'All');
    await currentSuggestion(agent.page).waitFor();
    const densities = async () =>
      eventsOf(await log(), 'suggestion.density-changed').map(({ data }) => data.density);
    await expect.poll(densities).toEqual(['none', 'all']);
  });

  it('has everything back after a reload, and what was settled stays away', async () => {
    await agent.page.reload();
    await agent.page.getByRole('button', { name: /^Hang up/ }).waitFor();
    const shown = await vi.waitFor(async () => {
      const ids = await shownIds();
      expect(ids).toEqual(await openIds());
      return ids;
    }, 15_000);
    expect(settled.filter((id) => shown.includes(id))).toEqual([]);
    await orderRow(agent.page, '4521').getByText('Mentioned').waitFor();
    await orderRow(agent.page, '4521').getByText('Refunded').waitFor();
    await agent.page.getByRole('figure', { name: 'Sentiment' }).getByRole('img').waitFor();
  });

  it('edits what is suggested on its way into the chat box', async () => {
    const editor = suggestionPanel(agent.page).getByRole('textbox', { name: 'Your words' });
    await settleCurrent('Alt+e', () => editor.waitFor({ timeout: 10_000 }));
    await editor.fill('Have a lovely day, Maria.');
    await editor.press('Enter');
    const box = agent.page.getByRole('textbox', { name: 'Message' });
    await expect.poll(() => box.inputValue()).toContain('Have a lovely day, Maria.');
    await untilLogged('suggestion.edited')(settled.at(-1));
  });

  it('keeps all of it from the customer, byte by byte', async () => {
    const ways = customerTraffic.bytesBy();
    for (const way of ['web-socket', 'data-channel', 'event-stream', 'answer'] as const) {
      expect(ways[way], way).toBeGreaterThan(0);
    }
    const data = customerTraffic.data();
    // What is for the customer is found where the rest is looked for.
    expect(data).toContain('segment.final');
    expect(data).toMatch(/disappointed/);
    for (const word of STAFF_WORDS) expect(data, word).not.toContain(word);
    const everything = customerTraffic.all();
    for (const text of await staffTexts()) expect(everything, text).not.toContain(text);
  });

  it('lets the customer not count it: the numbers of its packets have no holes', () => {
    const [ofBot = []] = packetNumbers(customerTraffic.dataPackets());
    expect(ofBot.length).toBeGreaterThan(10);
    expect(ofBot).toEqual(ofBot.map((_, index) => (ofBot[0] ?? 0) + index));
  });

  it('gives the customer nothing of it when asked', async () => {
    const answer = await customer.page.request.get(`/api/calls/${callId}/events?after=0`);
    const { envelopes, lastSeq } = eventPageSchema.parse(await answer.json());
    expect(envelopes.map(({ event }) => audienceOf(event.type))).not.toContain('staff');
    expect(envelopes.map(({ event }) => event.seq)).toEqual(envelopes.map((_, index) => index + 1));
    const accepted = envelopes.find(({ event }) => event.type === 'call.accepted');
    expect(Object.keys(accepted?.event.data ?? {})).toEqual(['agentName']);
    expect(envelopes.map(({ prevSeq }) => prevSeq)).toEqual([
      0,
      ...envelopes.slice(0, -1).map(({ event }) => event.seq),
    ]);
    expect(lastSeq).toBe(envelopes.at(-1)?.event.seq);
    for (const path of [`/api/calls/${callId}/customer`, '/api/customers/search?query=maria']) {
      expect([401, 403, 404]).toContain((await customer.page.request.get(path)).status());
    }
  });

  it('is told that the next customer has no record, and makes one by hand', async () => {
    await endCall(agent, customer);
    expect(customer.pageErrors).toEqual([]);
    await customer.close();
    const { wavPaths } = await loadScript('double-charge');
    customer = await openPerson(stack, wavPaths.customer);
    callId = await callIn(customer, newcomer);
    await agent.page.getByRole('alertdialog').getByText('No record of this customer.').waitFor();
    await acceptCall(agent, customer);
    const card = customerCard(agent.page);
    await card.getByText('No record is linked to this call.').waitFor();
    await card.getByRole('button', { name: 'Find or create' }).click();
    await searchCustomers(agent.page, newcomer.contact);
    await card.getByText(/^Nobody fits/).waitFor();
    await card.getByRole('button', { name: 'New customer' }).click();
    expect(await card.getByLabel('Name').inputValue()).toBe(newcomer.name);
    expect(await card.getByLabel('E-mail').inputValue()).toBe(newcomer.contact);
    await card.getByLabel('Phone').fill('+1 415 555 0177');
    await card.getByRole('button', { name: 'Create and link' }).click();
    await card.getByText('Chosen by you').waitFor();
    await card.getByText('+14155550177').waitFor();
    const rows = await query<{ name: string; email: string }>(
      stack.databaseUrl,
      `select c.name, c.email from calls join customers c on c.id = customer_id where calls.id = '${callId}'`,
    );
    expect(rows).toEqual([{ name: newcomer.name, email: newcomer.contact }]);
  });

  it('links another record by hand, and finds the new one again', async () => {
    const card = customerCard(agent.page);
    await card.getByRole('button', { name: 'Change' }).click();
    await searchCustomers(agent.page, 'Jmaes Carter');
    await customerHit(agent.page, 'james.carter@example.com').click();
    await card.getByRole('heading', { name: 'James Carter' }).waitFor();
    await card.getByRole('button', { name: 'Change' }).click();
    await searchCustomers(agent.page, '415 555 0177');
    const hit = customerHit(agent.page, newcomer.name);
    await hit.getByText('Phone fits').waitFor();
    await agent.page.keyboard.press('ArrowDown');
    await agent.page.keyboard.press('Enter');
    await card.getByText('+14155550177').waitFor();
    const linked = eventsOf(await log(), 'customer.linked').map(({ data }) => data);
    expect(linked.map(({ by }) => by)).toEqual(['agent', 'agent', 'agent']);
    expect(linked[2]?.customerId).toBe(linked[0]?.customerId);
  });

  it('says that it was said, and has it with the next customer too', async () => {
    await settleCurrent('s', untilLogged('suggestion.accepted'));
    const [accepted] = eventsOf(await log(), 'suggestion.accepted');
    expect(accepted?.data.how).toBe('said');
    expect([...customer.pageErrors, ...agent.pageErrors]).toEqual([]);
  });

  function log() {
    return storedEvents(stack.databaseUrl, callId);
  }

  function shownIds(): Promise<string[]> {
    return suggestionCards(agent.page).evaluateAll((cards) =>
      cards.map((card) => (card as HTMLElement).dataset.suggestionId ?? '').toSorted(),
    );
  }

  /** Suggestions that neither the agent nor the talk has done with, as logged. */
  async function openIds(): Promise<string[]> {
    const events = await log();
    const done = [...settlements, 'suggestion.expired' as const].flatMap((type) =>
      eventsOf(events, type).map(({ data }) => data.suggestionId),
    );
    return eventsOf(events, 'suggestion.offered')
      .map(({ data }) => data.suggestionId)
      .filter((id) => !done.includes(id))
      .toSorted();
  }

  /** Waits until a suggestion is settled in the log. */
  function untilLogged(type: SettledType) {
    return (id: string | undefined) =>
      expect
        .poll(async () => eventsOf(await log(), type).map(({ data }) => data.suggestionId))
        .toContain(id);
  }

  /**
   * Presses a key for the current card once there is one, and again for the next when a card that
   * came just before the key has had it left alone; returns the words of the card.
   */
  async function settleCurrent(
    key: string,
    isDone: (id: string) => Promise<unknown>,
  ): Promise<string> {
    return vi.waitFor(async () => {
      const card = currentSuggestion(agent.page);
      await card.waitFor({ timeout: 60_000 });
      // A key within a moment of a card's coming was meant for what was there before.
      await agent.page.waitForTimeout(400);
      const id = await suggestionIdOf(card);
      const offered = eventsOf(await log(), 'suggestion.offered');
      const words = offered.find(({ data }) => data.suggestionId === id)?.data.suggestion ?? '';
      await agent.page.keyboard.press(key);
      await isDone(id);
      settled.push(id);
      return words;
    }, 90_000);
  }

  /** Every text that was made for people with an account only. */
  async function staffTexts(): Promise<string[]> {
    const events = await log();
    const record = await query<{ text: string }>(
      stack.databaseUrl,
      `select summary as text from orders join customers on customers.id = customer_id where email = 'maria@example.com'
       union all select subject from tickets join customers on customers.id = customer_id where email = 'maria@example.com'`,
    );
    const used = new Set(eventsOf(events, 'chat.message').map(({ data }) => data.text));
    return [
      ...eventsOf(events, 'suggestion.offered').flatMap(({ data }) => [
        data.suggestion,
        data.reasoning,
      ]),
      ...eventsOf(events, 'sentiment.alerted').map(({ data }) => data.advice),
      ...record.map(({ text }) => text),
    ].filter((text) => text !== '' && !used.has(text));
  }
});

/** Words that stand in every message and answer that is not for customers. */
const STAFF_WORDS = [
  'suggestion',
  'sentiment',
  'playbook',
  'assist.',
  'customer.linked',
  'order.mentioned',
  'orderNumber',
  'lifetimeValue',
  'customerId',
  'cardId',
  'reasoning',
  'confidence',
];
