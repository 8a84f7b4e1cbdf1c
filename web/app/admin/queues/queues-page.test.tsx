import { queueIdSchema } from '@agent/protocol';
import { onlineManager } from '@tanstack/react-query';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeAgents, fakeQueue, fakeQueues } from '#client/test-support/fake-admin-queue.ts';
import { apiError } from '#client/test-support/fake-server.ts';
import { ADD, CHANGE, LIST, openQueues, REMOVE } from './test-support/open-queues.tsx';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

const returns = fakeQueue({ id: queueIdSchema.parse('returns'), name: 'Returns', memberIds: [] });
const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name);
const button = (name: string) => screen.getByRole('button', { name });
const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name });
const [ann, bob] = fakeAgents;

async function retype(user: ReturnType<typeof openQueues>['user'], name: string, text: string) {
  const input = await field(name);
  await user.clear(input);
  await user.type(input, text);
}

describe('the list', () => {
  it('tells of each queue who takes its calls, how many there are, and what is spoken', async () => {
    openQueues({
      queues: [
        fakeQueue({ agents: 3, openCalls: 1, language: 'de' }),
        { ...returns, agents: 0, openCalls: 2 },
      ],
    });
    const rows = await screen.findAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'MainGerman3 agents1 open call',
      'ReturnsEnglishNobody takes its calls2 open calls',
    ]);
  });

  it('says what to do next while nothing is chosen', async () => {
    const { user } = openQueues();
    expect(await screen.findByText('Choose a queue')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: /^Main/ }));
    expect((await field('Name')).value).toBe('Main');
  });

  it('is searched when it is long', async () => {
    const queues = Array.from({ length: 9 }, (_, n) =>
      fakeQueue({ id: queueIdSchema.parse(`q${n}`), name: `Queue ${n}` }),
    );
    const { user } = openQueues({ queues });
    await user.type(await field('Search by name'), 'ueue 7');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await user.type(await field('Search by name'), '7');
    await user.click(button('Show all'));
    expect(screen.getAllByRole('listitem')).toHaveLength(9);
  });

  it('tells what is wrong, and tries again when asked', async () => {
    let isBroken = true;
    const body = fakeQueues([fakeQueue()]);
    const routes = {
      [LIST]: () => (isBroken ? apiError(400, 'invalid-input') : { status: 200, body }),
    };
    const { user } = openQueues({ routes });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The queues could not be fetched');
    isBroken = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: /^Main/ })).toBeTruthy();
  });

  it('waits for the network', async () => {
    onlineManager.setOnline(false);
    openQueues();
    expect(await screen.findByText('You are offline')).toBeTruthy();
    act(() => onlineManager.setOnline(true));
    expect(await screen.findByRole('button', { name: /^Main/ })).toBeTruthy();
  });

  it('knows when an address names a queue that is not there', async () => {
    openQueues({ address: '?queue=gone' });
    expect(await screen.findByText('There is no such queue any more')).toBeTruthy();
  });
});

describe('a change', () => {
  it('sends the parts that differ, and the version it was made from', async () => {
    const { user, server } = openQueues({ address: '?queue=main' });
    expect(await screen.findByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
    await retype(user, 'Name', 'Main line 🛟');
    await user.selectOptions(await field('Language'), 'German');
    expect(screen.getByText('Much of the help is made for English')).toBeTruthy();
    await retype(user, 'Seconds', '15');
    await user.click(await box('Bob Agent'));
    await user.click(button('Save'));
    expect(await screen.findByText('Saved. It is in force now.')).toBeTruthy();
    expect(server.sent(CHANGE)).toEqual([
      {
        ...{ version: 1, name: 'Main line 🛟', language: 'de' },
        ...{ target: { percent: 80, seconds: 15 }, addMembers: [bob?.userId] },
      },
    ]);
    expect(button('Save')).toHaveProperty('disabled', true);
  });

  it('can be taken back before it is saved', async () => {
    const { user, server } = openQueues({ address: '?queue=main' });
    await retype(user, 'Name', 'X');
    await user.click(button('Discard'));
    expect((await field('Name')).value).toBe('Main');
    expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
    expect(server.sent(CHANGE)).toEqual([]);
  });

  it('is kept while another queue is looked at, and the browser asks before it is left', async () => {
    const { user } = openQueues({ queues: [fakeQueue(), returns], address: '?queue=main' });
    await retype(user, 'Name', 'Typed');
    await user.click(screen.getByRole('button', { name: /^Returns/ }));
    await waitFor(async () => expect((await field('Name')).value).toBe('Returns'));
    expect(screen.getByRole('button', { name: /^Main.*Not saved/ })).toBeTruthy();
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    await user.click(screen.getByRole('button', { name: /^Main/ }));
    await waitFor(async () => expect((await field('Name')).value).toBe('Typed'));
    await user.click(button('Discard'));
    const again = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(again);
    expect(again.defaultPrevented).toBe(false);
  });

  it('says before it is saved what agents and customers notice, and asks once more', async () => {
    const { user, server } = openQueues({ address: '?queue=main' });
    await user.click(await box('Ask customers whether the call may be recorded'));
    await user.click(button('Take outcome 2 away'));
    await user.click(await box('Ann Agent'));
    const said = within(screen.getByRole('list', { name: 'What saving does' }));
    expect(said.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Customers are not asked to be recorded any more. Calls that are recorded now are to their end.',
      'Agents cannot choose “Other” any more; past calls keep it.',
      'No new calls of this queue for Ann Agent; a call at hand goes on.',
      'Nobody takes its calls then: whoever calls waits until somebody does.',
    ]);
    expect(screen.getByText('Nobody takes calls of this queue')).toBeTruthy();
    await user.click(button('Save'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(server.sent(CHANGE)).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.sent(CHANGE)).toEqual([
        {
          ...{ version: 1, recorded: false, removeMembers: [ann?.userId] },
          outcomes: [{ id: 'resolved', label: 'Resolved', resolves: true }],
        },
      ]),
    );
  });

  it('is checked before it is sent, each fault at its field', async () => {
    const { user, server } = openQueues({ address: '?queue=main' });
    await user.clear(await field('Name'));
    await user.clear(await field('Seconds'));
    const terms = await field('Words of the trade');
    fireEvent.change(terms, { target: { value: `Zipcar\n\n${'x'.repeat(10_000)}\nok` } });
    await user.click(await screen.findByRole('checkbox', { name: 'Resolved', checked: true }));
    await user.click(button('Save'));
    expect(await screen.findByText('Line 3 has 10,000 characters: 60 are the most.')).toBeTruthy();
    expect(screen.getByText('Enter the name.')).toBeTruthy();
    expect(screen.getByText('Enter a whole number from 1 to 3600.')).toBeTruthy();
    expect(screen.getByText(/^Let at least one outcome count as resolved/)).toBeTruthy();
    expect(screen.getByText(/^4 parts need another look/)).toBeTruthy();
    expect(server.sent(CHANGE)).toEqual([]);
  });

  it('shows at its field what the server refuses', async () => {
    const routes = { [CHANGE]: () => apiError(409, 'conflict', { name: 'Another is called so.' }) };
    const { user } = openQueues({ address: '?queue=main', routes });
    await retype(user, 'Name', 'Returns');
    await user.click(button('Save'));
    expect(await screen.findByText('Another is called so.')).toBeTruthy();
    expect((await field('Name')).value).toBe('Returns');
    expect(screen.getByText('It is conflict.')).toBeTruthy();
  });

  it('survives a server that is away', async () => {
    let isAway = true;
    const { user, server } = openQueues({ address: '?queue=main' });
    const answer = server.routes[CHANGE];
    server.routes[CHANGE] = (...asked) =>
      isAway ? { status: 503 } : (answer?.(...asked) ?? { status: 500 });
    await retype(user, 'Name', 'Typed');
    await user.click(button('Save'));
    expect(await screen.findByText(/^The server cannot be reached/)).toBeTruthy();
    expect((await field('Name')).value).toBe('Typed');
    isAway = false;
    await user.click(button('Save'));
    expect(await screen.findByText('Saved. It is in force now.')).toBeTruthy();
  });
});

describe('two admins at once', () => {
  const theirs = (part: object) => fakeQueue({ version: 2, changedBy: 'Bo', ...part });

  it('are shown part by part what the other changed; what was typed stays', async () => {
    const { user, server, stored } = openQueues({ address: '?queue=main' });
    await retype(user, 'Name', 'Mine');
    const answer = server.routes[CHANGE];
    server.routes[CHANGE] = () => {
      stored.queues = [theirs({ name: 'Theirs', language: 'fr' })];
      return apiError(409, 'conflict', { name: 'Changed by Bo.', language: 'Changed by Bo.' });
    };
    await user.click(button('Save'));
    expect(await screen.findByText('Bo changed this queue meanwhile')).toBeTruthy();
    expect(screen.getByText(/^Taken over.*the language\.$/)).toBeTruthy();
    const part = within(screen.getByRole('group', { name: 'the name' }));
    expect(part.getByText('Theirs', { selector: 'dd' })).toBeTruthy();
    expect(part.getByText('Mine', { selector: 'dd' })).toBeTruthy();
    expect((await field('Name')).value).toBe('Mine');
    expect((await field('Language')).value).toBe('fr');
    if (answer) server.routes[CHANGE] = answer;
    await user.click(button('Save'));
    expect(await screen.findByText('Decide above which version of each part stays.')).toBeTruthy();
    expect(server.sent(CHANGE)).toHaveLength(1);
    expect(document.activeElement?.textContent).toContain('Bo changed this queue meanwhile');
    await user.click(button('Keep mine'));
    await user.click(button('Save'));
    expect(await screen.findByText('Saved. It is in force now.')).toBeTruthy();
    expect(server.sent(CHANGE).at(-1)).toEqual({ version: 2, name: 'Mine' });
  });

  it('hear of it while they type, and may take the other’s', async () => {
    const { user, server, stored, lookAgain } = openQueues({ address: '?queue=main' });
    await retype(user, 'Outcome 2', 'Sold');
    stored.queues = [
      theirs({
        outcomes: [
          { id: 'resolved', label: 'Solved', resolves: true },
          { id: 'other', label: 'Other', resolves: false },
        ],
      }),
    ];
    await act(() => lookAgain());
    const part = within(await screen.findByRole('group', { name: 'the outcomes' }));
    expect(part.getByText('Solved (resolved), Other')).toBeTruthy();
    expect(part.getByText('Resolved (resolved), Sold')).toBeTruthy();
    await user.click(part.getByRole('button', { name: 'Take theirs' }));
    expect((await field('Outcome 1')).value).toBe('Solved');
    expect((await field('Outcome 2')).value).toBe('Other');
    expect(button('Save')).toHaveProperty('disabled', true);
    expect(server.sent(CHANGE)).toEqual([]);
  });

  it('put agents in and out without taking anything from each other', async () => {
    const { user, server, stored, lookAgain } = openQueues({ address: '?queue=main' });
    await user.click(await box('Bob Agent'));
    stored.queues = [fakeQueue({ memberIds: [] })];
    await act(() => lookAgain());
    await waitFor(async () => expect((await box('Ann Agent')).checked).toBe(false));
    expect((await box('Bob Agent')).checked).toBe(true);
    await user.click(button('Save'));
    await waitFor(() =>
      expect(server.sent(CHANGE)).toEqual([{ version: 1, addMembers: [bob?.userId] }]),
    );
  });

  it('see the new state at once when they have typed nothing', async () => {
    const { stored, lookAgain } = openQueues({ address: '?queue=main' });
    await field('Name');
    stored.queues = [theirs({ name: 'Theirs' })];
    await act(() => lookAgain());
    await waitFor(async () => expect((await field('Name')).value).toBe('Theirs'));
    expect(screen.queryByText(/meanwhile/)).toBeNull();
  });
});

describe('adding and removing', () => {
  it('adds a queue, opens it, and tells where customers call it', async () => {
    const added = fakeQueue({ id: queueIdSchema.parse('queue'), name: 'الدعم 🛟', version: 1 });
    const { user, server, stored, addresses } = openQueues({
      routes: {
        [ADD]: () => {
          stored.queues = [...stored.queues, added];
          return { status: 201, body: added };
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add a queue' }));
    await user.type(await field('Name'), 'الدعم 🛟');
    await user.click(await screen.findByRole('button', { name: 'Add the queue' }));
    expect(await screen.findByText('“الدعم 🛟” can be called now.')).toBeTruthy();
    expect(server.sent(ADD)).toEqual([
      expect.objectContaining({
        ...{ name: 'الدعم 🛟', terms: [], memberIds: [], cardIds: null },
        outcomes: expect.arrayContaining([{ id: null, label: 'Resolved', resolves: true }]),
      }),
    ]);
    expect(addresses().at(-1)).toBe('?queue=queue');
    const address = await field('Address for customers');
    expect(address.value).toBe(`${window.location.origin}/call?queue=queue`);
    await user.click(button('Copy'));
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(address.value);
  });

  it('keeps to thirty outcomes', async () => {
    const outcomes = Array.from({ length: 29 }, (_, n) => ({
      ...{ id: `o${n}`, label: `O ${n}`, resolves: true },
    }));
    const { user } = openQueues({ queues: [fakeQueue({ outcomes })], address: '?queue=main' });
    await user.click(await screen.findByRole('button', { name: 'Add an outcome' }));
    expect(button('Add an outcome')).toHaveProperty('disabled', true);
    expect(screen.getByText('A queue can have at most 30 outcomes.')).toBeTruthy();
  });

  it('removes a queue after a second step that says what becomes of whom', async () => {
    const { user, server, stored } = openQueues({
      queues: [fakeQueue(), returns],
      address: '?queue=main',
      routes: {
        [REMOVE]: () => {
          stored.queues = [returns];
          return { status: 204 };
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove “Main”?' }));
    expect(dialog.getByText(/^No calls any more.*for Ann Agent\.$/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Remove for good' }));
    expect(await screen.findByText('“Main” is removed.')).toBeTruthy();
    expect(server.queries(REMOVE)).toEqual(['version=1']);
  });

  it('says why a queue cannot be removed, as far as it knows and as the server does', async () => {
    const { stored, lookAgain, user } = openQueues({
      address: '?queue=main',
      routes: { [REMOVE]: () => apiError(409, 'conflict') },
    });
    expect(await screen.findByText(/^This is the only queue/)).toBeTruthy();
    stored.queues = [fakeQueue({ openCalls: 2 }), returns];
    await act(() => lookAgain());
    expect(await screen.findByText(/^2 calls are waiting or going on/)).toBeTruthy();
    expect(button('Remove')).toHaveProperty('disabled', true);
    stored.queues = [fakeQueue(), returns];
    await act(() => lookAgain());
    await waitFor(() => expect(button('Remove')).toHaveProperty('disabled', false));
    await user.click(button('Remove'));
    await user.click(await screen.findByRole('button', { name: 'Remove for good' }));
    expect(await screen.findByText('It is conflict.')).toBeTruthy();
  });

  it('offers the way to agents and cards where there are none', async () => {
    openQueues({
      queues: [fakeQueue({ memberIds: [], cardIds: [] })],
      address: '?queue=main',
      choices: { agents: [], cards: [] },
    });
    expect((await screen.findByRole('link', { name: 'Users' })).getAttribute('href')).toBe(
      '/admin/users',
    );
    expect(screen.getByRole('link', { name: 'Playbook' }).getAttribute('href')).toBe(
      '/admin/playbook',
    );
  });
});

it('lets cards be chosen one by one, switched-off ones among them', async () => {
  const { user, server } = openQueues({ address: '?queue=main' });
  await user.click(await screen.findByRole('radio', { name: /^Only cards that are chosen/ }));
  expect(await screen.findByText(/: 2 of 3$/)).toBeTruthy();
  await user.click(await box('Refund'));
  await user.click(button('Save'));
  await waitFor(() =>
    expect(server.sent(CHANGE)).toEqual([{ version: 1, cardIds: ['late-order'] }]),
  );
});

it('shows the words of consent as customers see them', async () => {
  const { user } = openQueues({ address: '?queue=main' });
  const preview = (await screen.findByText('As customers see it')).closest('figure');
  expect(preview?.textContent).toContain('We keep the sound of both of you');
  await user.type(await field('Words by which they are asked'), 'Dürfen wir?');
  expect(preview?.textContent).toContain('Dürfen wir?');
  expect(preview?.textContent).not.toContain('We keep the sound');
});

it('shows one of the two panes on a small screen, and leads back to the list', async () => {
  const { user, container } = openQueues({ address: '?queue=main' });
  const panes = container.querySelector('.admin-panes');
  await field('Name');
  expect(panes?.getAttribute('data-editing')).toBe('true');
  await user.click(button('All queues'));
  await waitFor(() => expect(panes?.getAttribute('data-editing')).toBe('false'));
});
