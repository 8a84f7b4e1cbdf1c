import { EditorView } from '@codemirror/view';
import { onlineManager } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fakeCard, fakeStoredCard } from '#client/test-support/fake-card.ts';
import { apiError } from '#client/test-support/fake-server.ts';
import {
  CHANGE,
  LIST,
  ONE,
  openPlaybook,
  RESTORE,
  refund,
  TRY,
  VERSIONS,
} from './test-support/open-playbook.tsx';

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tab = (name: string) => screen.findByRole('tab', { name });
const field = (name: RegExp | string) => screen.findByLabelText<HTMLInputElement>(name);
const suggestion = () => field('Suggestion');

/** The text in the editor, and a way to put another there, as by typing. */
async function editor(container: HTMLElement) {
  const place = await waitFor(() => {
    const found = container.querySelector<HTMLElement>('.cm-editor');
    if (!found) throw new Error('There is no editor yet.');
    return found;
  });
  const view = EditorView.findFromDOM(place) as EditorView;
  return {
    text: () => view.state.doc.toString(),
    type: (text: string) =>
      act(async () =>
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
      ),
  };
}

describe('the list', () => {
  it('is searched and narrowed by the server, and says when nothing was found', async () => {
    const { server, user, addresses } = openPlaybook();
    await screen.findByRole('button', { name: /A parcel is late.*delay · 1 phrases/ });
    expect(screen.getByText('2 cards')).toBeTruthy();
    server.routes[LIST] = () => ({ status: 200, body: { cards: [], total: 2 } });
    await user.type(screen.getByRole('searchbox'), 'moon');
    await user.selectOptions(screen.getByRole('combobox', { name: 'In use' }), 'Off');
    await screen.findByText('No card was found');
    await waitFor(() => expect(server.queries(LIST).at(-1)).toBe('query=moon&enabled=off'));
    await user.click(await button('Show all cards'));
    await waitFor(() => expect(addresses().at(-1)).toBe(''));
  });

  it('says when it could not be fetched, and when there are no cards yet', async () => {
    const { server, user } = openPlaybook({ routes: { [LIST]: () => apiError(403, 'forbidden') } });
    await screen.findByText('The cards could not be fetched');
    server.routes[LIST] = () => ({ status: 200, body: { cards: [], total: 0 } });
    await user.click(await button('Try again'));
    await screen.findByText('No cards yet');
  });

  it('says when one is offline', async () => {
    onlineManager.setOnline(false);
    openPlaybook();
    await screen.findByText('You are offline');
  });
});

describe('a card', () => {
  it('is changed by its form, from the version that was read, and said so', async () => {
    const { server, user } = openPlaybook(refund);
    await user.clear(await suggestion());
    await user.type(await suggestion(), 'Gladly.');
    await screen.findByText(/Agents get these words within two seconds/);
    expect(screen.getByText('Not saved')).toBeTruthy();
    await user.click(await button('Save'));
    await screen.findByText('Saved.');
    expect(server.sent(CHANGE)).toEqual([
      { version: 1, card: fakeCard({ suggestion: 'Gladly.' }) },
    ]);
    expect(screen.queryByText('Not saved')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('is not saved while something is wrong, which is told at its field', async () => {
    const { server, user } = openPlaybook(refund);
    await user.type(await field(/^Phrases/), '{Enter}want <refnd>');
    await screen.findByText(/“want <refnd>”: There is no word group <refnd>\./);
    await user.clear(await field('Confidence'));
    await user.type(await field('Confidence'), '2');
    await screen.findByText('Use a number from 0 to 1.');
    expect((await button('Save')).hasAttribute('disabled')).toBe(true);
    expect(server.sent(CHANGE)).toEqual([]);
    await user.click(await button('Discard'));
    expect((await field('Confidence')).value).toBe('0.9');
  });

  it('is switched off apart from what is typed, which stays', async () => {
    const { server, user } = openPlaybook(refund);
    await user.type(await field('Title'), '!');
    await user.click(await button('Switch off'));
    await screen.findByText(/The card is off: it does not come up any more/);
    expect((await field('Title')).value).toBe('Customer wants the money back!');
    await user.click(await button('Save'));
    expect(server.sent(CHANGE)).toMatchObject([{ version: 1, enabled: false }, { version: 2 }]);
  });

  it('keeps what is typed while another card is looked at', async () => {
    const { user } = openPlaybook(refund);
    await user.type(await field('Title'), '!');
    await user.click(await button(/A parcel is late/));
    await waitFor(async () => expect((await field('Title')).value).toBe('A parcel is late'));
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    await user.click(await button(/Customer wants the money back.*Not saved/));
    await waitFor(async () =>
      expect((await field('Title')).value).toBe('Customer wants the money back!'),
    );
  });

  it('that somebody else has changed meanwhile is shown, and either version can stay', async () => {
    const theirs = fakeStoredCard({
      ...{ card: fakeCard({ suggestion: 'Theirs.' }), version: 2 },
      lastChange: { why: 'edited', byName: 'Bo Admin', at: '2026-11-23T11:00:00.000Z' },
    });
    const { server, user } = openPlaybook(refund);
    await user.clear(await suggestion());
    await user.type(await suggestion(), 'Mine.');
    const take = server.routes[CHANGE];
    server.routes[CHANGE] = () => apiError(409, 'conflict');
    server.routes[ONE] = () => ({ status: 200, body: theirs });
    await user.click(await button('Save'));
    const alert = await screen.findByRole('alert');
    await within(alert).findByText(/Changed by Bo Admin/);
    expect(within(alert).getByText('suggestion: Theirs.')).toBeTruthy();
    expect(within(alert).getByText('suggestion: Mine.')).toBeTruthy();
    expect((await suggestion()).value).toBe('Mine.');
    expect((await button('Save')).hasAttribute('disabled')).toBe(true);
    await user.click(await button('Go on with mine'));
    if (take) server.routes[CHANGE] = take;
    await user.click(await button('Save'));
    await waitFor(() =>
      expect(server.sent(CHANGE).at(-1)).toMatchObject({
        version: 2,
        card: { suggestion: 'Mine.' },
      }),
    );
  });

  it('that there is none of is told', async () => {
    openPlaybook({ address: '?card=nothing' });
    await screen.findByText('There is no such card');
  });
});

describe('form and text', () => {
  it('show the same card: each change is in the other', async () => {
    const { user, container, server } = openPlaybook(refund);
    await user.type(await field('Title'), '!');
    await user.click(await tab('YAML'));
    const yaml = await editor(container);
    expect(yaml.text()).toContain('title: Customer wants the money back!\n');
    await yaml.type(yaml.text().replace('confidence: 0.9', 'confidence: 0.7\nimportant: true'));
    await user.click(await tab('Form'));
    expect((await field('Confidence')).value).toBe('0.7');
    expect((await field(/^Important/)).checked).toBe(true);
    await user.click(await button('Save'));
    await waitFor(() =>
      expect(server.sent(CHANGE)).toMatchObject([
        { card: { title: 'Customer wants the money back!', confidence: 0.7, important: true } },
      ]),
    );
  });

  it('tells each fault of the text by line and column, and has no form for what does not fit', async () => {
    const { user, container } = openPlaybook(refund);
    await user.click(await tab('YAML'));
    const yaml = await editor(container);
    expect(screen.queryByText('Not saved')).toBeNull();
    await yaml.type(`${yaml.text()}importnat: true\n`);
    await screen.findByText('Line 10, column 1: No card has a field “importnat”.');
    await user.click(await tab('Form'));
    await screen.findByText('This text cannot be shown as a form yet');
    expect((await tab('YAML')).getAttribute('aria-selected')).toBe('true');
    expect((await button('Save')).hasAttribute('disabled')).toBe(true);
    await waitFor(() => expect(container.querySelector('.cm-lintRange-error')).toBeTruthy());
    await yaml.type('id: "x');
    await screen.findByText(/^Line 1, column \d+: Missing closing "quote\./);
    await user.click(await button('Discard'));
    await waitFor(() => expect(yaml.text()).toContain('title: Customer wants the money back\n'));
  });

  it('begins with the text where a stored card does not fit the form', async () => {
    const card = { ...fakeCard(), colour: 'red' };
    const { container } = openPlaybook({ ...refund, stored: fakeStoredCard({ card }) });
    const yaml = await editor(container);
    expect(yaml.text()).toContain('colour: red');
    await screen.findByText(/No card has a field “colour”/);
  });
});

describe('a new card', () => {
  it('is added under its id, on or off', async () => {
    const added = fakeStoredCard({ card: fakeCard({ id: 'my-card' }), version: 1 });
    const route = 'PUT /api/admin/playbook/my-card';
    const routes = { [route]: () => ({ status: 200, body: added }) };
    const { server, user, addresses } = openPlaybook({ routes });
    await user.click(await button('New card'));
    await user.type(await field('Id'), 'try');
    await screen.findByText(/Choose another id/);
    await user.clear(await field('Id'));
    await user.type(await field('Id'), 'my-card');
    await user.type(await field('Title'), 'Mine');
    await user.type(await suggestion(), 'Yes.');
    await user.type(await field('Reasoning'), 'Because.');
    await user.type(await field('Source'), 'Guide');
    await screen.findByText(/1 thing needs another look/);
    await user.type(await field(/^Phrases/), 'gift wrap');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Begin as' }), 'off');
    await user.click(await button('Add the card'));
    await waitFor(() => expect(addresses().at(-1)).toBe('?card=my-card'));
    expect(server.sent(route)).toMatchObject([
      {
        version: 0,
        enabled: false,
        card: { id: 'my-card', title: 'Mine', phrases: ['gift wrap'] },
      },
    ]);
  });

  it('begins with the words of another one that is copied', async () => {
    const { user, addresses } = openPlaybook(refund);
    await user.click(await button('Copy'));
    await waitFor(() => expect(addresses().at(-1)).toBe('?card=_new'));
    expect((await field('Id')).value).toBe('refund-request-copy');
    expect((await suggestion()).value).toBe('Of course[, {name}].');
  });
});

describe('the history', () => {
  const old = {
    ...{ version: 1, enabled: true, why: 'seeded', restoredVersion: null, byName: null },
    ...{ at: '2026-11-22T10:00:00.000Z', card: fakeCard({ suggestion: 'Old words.' }) },
  };
  const now = {
    ...{ version: 2, enabled: true, why: 'edited', restoredVersion: null, byName: 'Bo Admin' },
    ...{ at: '2026-11-23T10:00:00.000Z', card: fakeCard() },
  };
  const stored = fakeStoredCard({ version: 2 });
  const routesWith = (first: object) => ({
    [VERSIONS]: () => ({ status: 200, body: { versions: [now, first] } }),
  });

  it('shows what changed and brings an old version back', async () => {
    const restored = { ...stored, version: 3, card: old.card };
    const routes = { ...routesWith(old), [RESTORE]: () => ({ status: 200, body: restored }) };
    const { server, user } = openPlaybook({ ...refund, stored, routes });
    await user.click(await tab('History'));
    await screen.findByText('suggestion: Old words.');
    await user.click(await button(/^Version 1/));
    await user.click(await button('Bring version 1 back'));
    await screen.findByText('Version 1 is back, as version 3.');
    expect(server.sent(RESTORE)).toEqual([{ version: 2, restore: 1 }]);
    await user.click(await tab('Form'));
    expect((await suggestion()).value).toBe('Old words.');
  });

  it('offers to mend an old version that does not fit the format any more', async () => {
    const misfit = { ...old, card: { ...old.card, phrases: ['a <gone>'] } };
    const { user } = openPlaybook({ ...refund, stored, routes: routesWith(misfit) });
    await user.click(await tab('History'));
    await user.click(await button(/^Version 1/));
    await screen.findByText('Version 1 does not fit the format any more');
    expect(screen.queryByRole('button', { name: /Bring version/ })).toBeNull();
    await user.click(await button('Edit its words'));
    await user.click(await tab('Form'));
    await screen.findByText(/“a <gone>”: There is no word group <gone>\./);
  });

  it('says why an old version was refused', async () => {
    const routes = { ...routesWith(old), [RESTORE]: () => apiError(409, 'conflict') };
    const { user } = openPlaybook({ ...refund, stored, routes });
    await user.click(await tab('History'));
    await user.click(await button(/^Version 1/));
    await user.click(await button('Bring version 1 back'));
    await screen.findByText('It is conflict.');
  });
});

describe('a trial', () => {
  const reason = {
    ...{ cardId: 'refund-request', title: 'Customer wants the money back', comesUp: true },
    confidence: 0.9,
    phrase: { text: 'want ... refund', words: ['want', 'refund'], clarity: 1, followsAfter: null },
    ...{ likeness: null, obstacle: null },
  };
  const away = {
    ...{ cardId: 'delay', title: 'A parcel is late', comesUp: false, confidence: 0.6 },
    ...{
      phrase: null,
      likeness: { share: 0.4, top: 0.5, topCardId: null, example: 'It is late.' },
    },
    obstacle: { kind: 'behind', cardId: 'refund-request' },
  };
  const figures = { turns: 4, shown: 4, right: 3, wanting: 4, helped: 3 };
  const trial = {
    reasons: [reason, away],
    labelled: null as object | null,
    calls: null as object | null,
  };

  it('of a sentence says what comes up and why, of the playbook as it is', async () => {
    const routes = { [TRY]: () => ({ status: 200, body: trial }) };
    const { server, user } = openPlaybook({ address: '?card=_try', routes });
    await user.click(await button('Add what was said before'));
    await user.type(await field('Said before, 1'), 'Would you like a refund?');
    await user.type(await field('Said now'), 'Yes, I want one.');
    await user.click(await button('Try'));
    await screen.findByText('One card comes up');
    await screen.findByText('Found by “want … refund”, as in its phrase “want ... refund”.');
    await screen.findByText('40 % like its examples, most like “It is late.”');
    await screen.findByText('More like everyday talk (50 %).');
    await screen.findByText('Stays away: “Customer wants the money back” is far surer.');
    expect(server.sent(TRY)).toEqual([
      {
        turns: [
          { speaker: 'agent', text: 'Would you like a refund?', sentiment: null },
          { speaker: 'customer', text: 'Yes, I want one.', sentiment: null },
        ],
        ...{ facts: ['no-record'], draft: null },
      },
    ]);
  });

  it('of a card that is not saved says what would change', async () => {
    const changed = {
      ...{
        before: null,
        speaker: 'customer',
        text: 'Money, please.',
        stored: [],
        draft: ['delay'],
      },
    };
    const labelled = {
      ...{ turns: 8, gained: 1, lost: 0, changed: [{ ...changed, expect: ['refund-request'] }] },
      parts: [{ part: 'held-out', stored: figures, draft: { ...figures, right: 4 } }],
    };
    const calls = {
      ...{ turns: 20, gained: 1, lost: 2, calls: 3, isCut: true },
      changed: [{ ...changed, callId: '0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10', atMs: 65_000 }],
    };
    const routes = { [TRY]: () => ({ status: 200, body: { ...trial, labelled, calls } }) };
    const { server, user } = openPlaybook({ ...refund, routes });
    await user.type(await field('Title'), '!');
    await user.click(await tab('Try'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Newest calls' }), '25');
    await user.click(await button('Compare'));
    await screen.findByText('75 % → 100 % (3 of 4, then 4 of 4)');
    await screen.findByText('Right: Customer wants the money back');
    await screen.findByText(/At one turn a card comes up that does not now; at 2 turns one goes/);
    const link = await screen.findByRole('link', { name: 'In the call at 1:05' });
    expect(link.getAttribute('href')).toBe('/calls/0193d5d2-8a4e-4a3e-9c39-0d3c4f6f1a10?t=1:05');
    expect(server.sent(TRY)).toMatchObject([
      {
        draft: { card: { title: 'Customer wants the money back!' }, enabled: true },
        effects: { labelled: true, calls: 25 },
      },
    ]);
  });

  it('waits for a card that can be used, and says what went wrong', async () => {
    const { user } = openPlaybook({
      ...refund,
      routes: { [TRY]: () => apiError(429, 'too-many-requests') },
    });
    await user.clear(await field('Title'));
    await user.click(await tab('Try'));
    await screen.findByText('Mend the card first');
    await user.click(await button('Discard'));
    await user.type(await field('Said now'), 'Hello');
    await user.click(await button('Try'));
    await screen.findByText('It is too-many-requests.');
  });
});
