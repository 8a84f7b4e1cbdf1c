import { onlineManager, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { UnsavedProvider } from '#client/admin/unsaved.tsx';
import { staffQueryClient } from '#client/staff/staff-query-client.ts';
import { apiError, fakeServer } from '#client/test-support/fake-server.ts';
import { fakeUser } from '#client/test-support/fake-user.ts';
import { UsersPage } from './users-page.tsx';

const LIST = 'GET /api/admin/users';
const alex = fakeUser(1, { displayName: 'Alex Reed', username: 'alex' });
const ada = fakeUser(2, { displayName: 'Ada Lane', role: 'admin', queues: [], isLastAdmin: true });
const queues = [
  { id: 'billing', name: 'Billing' },
  { id: 'main', name: 'Main' },
];
const one = (id: string, method = 'GET', part = '') => `${method} /api/admin/users/${id}${part}`;

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

function openPage({ address = '', routes = {} as Parameters<typeof fakeServer>[0] } = {}) {
  const server = fakeServer({
    [LIST]: (_body, _path, query) => {
      const wanted = (query.get('query') ?? '').toLowerCase();
      const users = [ada, alex].filter((user) => user.displayName.toLowerCase().includes(wanted));
      return { status: 200, body: { users, nextCursor: null, queues } };
    },
    [one(alex.id)]: () => ({ status: 200, body: alex }),
    [one(ada.id)]: () => ({ status: 200, body: ada }),
    ...routes,
  });
  render(
    <NuqsTestingAdapter searchParams={address} hasMemory rateLimitFactor={0}>
      <QueryClientProvider client={staffQueryClient()}>
        <UnsavedProvider>
          <UsersPage ownId={ada.id} />
        </UnsavedProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
  return { server, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const openAlex = { address: `?user=${alex.id}` };

describe('the list', () => {
  it('shows who may in, searches, and says when there is nobody', async () => {
    const { user, server } = openPage();
    expect(
      await screen.findByRole('button', { name: /Alex Reed.*alex · Agent · Main/ }),
    ).toBeTruthy();
    await user.type(screen.getByRole('searchbox'), 'nobody');
    await screen.findByText('Nobody was found');
    expect(server.queries(LIST).at(-1)).toBe('query=nobody');
    await user.click(button('Show everybody'));
    await screen.findByRole('button', { name: /Alex Reed/ });
  });

  it('says when it could not be fetched, and tries again', async () => {
    const routes = { [LIST]: () => apiError(403, 'forbidden') };
    const { user, server } = openPage({ routes });
    await screen.findByText('The list could not be fetched');
    server.routes[LIST] = () => ({ status: 200, body: { users: [ada], nextCursor: null, queues } });
    await user.click(button('Try again'));
    await screen.findByRole('button', { name: /Ada Lane/ });
  });

  it('says that one is offline', async () => {
    onlineManager.setOnline(false);
    openPage();
    await screen.findByText('You are offline');
  });
});

describe('inviting', () => {
  const url = `http://localhost:3000/auth/link#${'x'.repeat(43)}`;
  const link = { kind: 'invite', url, expiresAt: '2026-12-08T10:00:00.000Z' };
  const eve = fakeUser(3, { displayName: 'Eve Park', status: 'invited', hasPassword: false });

  it('sends the form, and shows the link once, to be copied', async () => {
    const { user, server } = openPage({
      routes: {
        'POST /api/admin/users': () => ({ status: 201, body: { user: eve, link } }),
        [one(eve.id)]: () => ({ status: 200, body: eve }),
      },
    });
    await user.click(button('Invite'));
    await user.type(field('Name'), 'Eve Park');
    await user.type(field('User name'), ' Eve ');
    await user.click(await screen.findByLabelText('Billing'));
    await user.click(button('Make the link'));
    expect(await screen.findByDisplayValue(url)).toBeTruthy();
    expect(server.sent('POST /api/admin/users')).toEqual([
      { displayName: 'Eve Park', username: 'eve', role: 'agent', queues: ['billing'] },
    ]);
    await user.click(button('Copy link'));
    await screen.findByRole('button', { name: 'Copied' });
    expect(await navigator.clipboard.readText()).toBe(url);
    await user.click(button('Dismiss'));
    expect(screen.queryByDisplayValue(url)).toBeNull();
  });

  it('lets a supervisor look after all queues, or those that are chosen', async () => {
    const answer = { user: eve, link };
    const { user, server } = openPage({
      routes: { 'POST /api/admin/users': () => ({ status: 201, body: answer }) },
    });
    await user.click(button('Invite'));
    await user.type(field('Name'), 'Eve Park');
    await user.type(field('User name'), 'eve');
    await user.click(await screen.findByLabelText('Billing'));
    await user.selectOptions(screen.getByLabelText('Role'), 'supervisor');
    const queues = screen.getByRole('group', { name: 'Looks after' });
    expect(queues.textContent).toMatch('All queues, also those that are added later.');
    expect(field('Billing').checked).toBe(false);
    await user.click(field('Main'));
    expect(queues.textContent).not.toMatch('All queues');
    await user.click(button('Make the link'));
    await screen.findByDisplayValue(url);
    expect(server.sent('POST /api/admin/users')).toEqual([
      { displayName: 'Eve Park', username: 'eve', role: 'supervisor', queues: ['main'] },
    ]);
  });

  it('names what is wrong before anything is sent, and what the server says after', async () => {
    const routes = {
      'POST /api/admin/users': () => apiError(409, 'conflict', { username: 'Somebody has it.' }),
    };
    const { user, server } = openPage({ address: '?user=new', routes });
    await screen.findByRole('button', { name: /Alex Reed/ });
    await user.type(field('User name'), 'a b');
    await user.click(button('Make the link'));
    expect(screen.getByText('Enter the name.')).toBeTruthy();
    expect(screen.getByText(/Use a-z, 0-9/)).toBeTruthy();
    expect(server.sent('POST /api/admin/users')).toEqual([]);
    await user.clear(field('User name'));
    await user.type(field('User name'), 'eve');
    await user.type(field('Name'), 'Eve');
    await user.click(button('Make the link'));
    await screen.findByText('Somebody has it.');
    expect(field('Name').value).toBe('Eve');
  });
});

describe('changing somebody', () => {
  it('sends what is another with the version, and says what it does before', async () => {
    const answer = { ...alex, version: 4, queues };
    const { user, server } = openPage({
      ...openAlex,
      routes: {
        [one(alex.id, 'PATCH')]: () => ({
          status: 200,
          body: { user: answer, sessionsEnded: false, call: null },
        }),
      },
    });
    await user.click(await screen.findByLabelText('Billing'));
    expect(screen.getByText('Calls of Billing are offered from now on.')).toBeTruthy();
    await user.click(button('Save'));
    await screen.findByText('Saved.');
    expect(server.sent(one(alex.id, 'PATCH'))).toEqual([
      { version: 3, queues: ['main', 'billing'] },
    ]);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('says what a supervisor looks after, and lets go of all with the last one', async () => {
    const kim = fakeUser(4, { displayName: 'Kim Lee', role: 'supervisor' });
    const { user, server } = openPage({
      address: `?user=${kim.id}`,
      routes: {
        [one(kim.id)]: () => ({ status: 200, body: kim }),
        [one(kim.id, 'PATCH')]: () => ({
          status: 200,
          body: { user: { ...kim, queues: [] }, sessionsEnded: false, call: null },
        }),
      },
    });
    await user.click(await screen.findByLabelText('Main'));
    expect(screen.getByText('Kim Lee looks after all queues.')).toBeTruthy();
    await user.click(button('Save'));
    await screen.findByText('Saved.');
    expect(server.sent(one(kim.id, 'PATCH'))).toEqual([{ version: 3, queues: [] }]);
  });

  it('asks once more before a role is changed', async () => {
    const { user, server } = openPage({
      ...openAlex,
      routes: {
        [one(alex.id, 'PATCH')]: () => ({
          status: 200,
          body: { user: { ...alex, role: 'supervisor' }, sessionsEnded: true, call: 'requeued' },
        }),
      },
    });
    await user.selectOptions(await screen.findByLabelText('Role'), 'supervisor');
    await user.click(button('Save'));
    const dialog = await screen.findByRole('dialog');
    expect(server.sent(one(alex.id, 'PATCH'))).toEqual([]);
    expect(dialog.textContent).toMatch('signed out everywhere');
    await user.click(within(dialog).getByRole('button', { name: 'Change the role' }));
    await screen.findByText(
      'Saved. Alex Reed has been signed out everywhere. The customer is back in the queue.',
    );
    expect(server.sent(one(alex.id, 'PATCH'))).toEqual([{ version: 3, role: 'supervisor' }]);
  });

  it('keeps what was typed when somebody else was faster, upon what they have made', async () => {
    const { user, server } = openPage({
      ...openAlex,
      routes: { [one(alex.id, 'PATCH')]: () => apiError(409, 'conflict') },
    });
    const name = await screen.findByLabelText<HTMLInputElement>('Name');
    await user.clear(name);
    await user.type(name, 'Alex R.');
    const theirs = { ...alex, version: 7, queues, displayName: 'Alexander' };
    server.routes[one(alex.id)] = () => ({ status: 200, body: theirs });
    await user.click(button('Save'));
    await screen.findByText('What you have changed is still here, not saved yet.');
    expect(name.value).toBe('Alex R.');
    await waitFor(() => expect(field('Billing').checked).toBe(true));
    server.routes[one(alex.id, 'PATCH')] = () => ({
      status: 200,
      body: { user: theirs, sessionsEnded: false, call: null },
    });
    await user.click(button('Save'));
    await screen.findByText('Saved.');
    expect(server.sent(one(alex.id, 'PATCH')).at(-1)).toEqual({
      version: 7,
      displayName: 'Alex R.',
    });
  });

  it('keeps what was typed while somebody else is looked at', async () => {
    const { user } = openPage(openAlex);
    await user.type(await screen.findByLabelText('Name'), ' Jr.');
    await user.click(button(/Ada Lane/));
    await screen.findByRole('heading', { name: 'Ada Lane' });
    await user.click(button(/Alex Reed.*Not saved/));
    await waitFor(() => expect(field('Name').value).toBe('Alex Reed Jr.'));
    await user.click(button('Discard'));
    expect(field('Name').value).toBe('Alex Reed');
  });
});

describe('access', () => {
  it('says what disabling does as things are now, and then what it did', async () => {
    const { user, server } = openPage({
      ...openAlex,
      routes: {
        [one(alex.id, 'PATCH')]: () => ({
          status: 200,
          body: {
            user: { ...alex, status: 'disabled' },
            sessionsEnded: true,
            call: 'requeued',
          },
        }),
      },
    });
    await screen.findByRole('heading', { name: 'Alex Reed' });
    server.routes[one(alex.id)] = () => ({
      status: 200,
      body: { ...alex, version: 4, openCall: 'active' },
    });
    await user.click(button('Disable'));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText(/the customer goes back to the queue/);
    await user.click(within(dialog).getByRole('button', { name: 'Disable' }));
    await screen.findByText(/^Disabled\. Alex Reed has been signed out everywhere\./);
    expect(server.sent(one(alex.id, 'PATCH'))).toEqual([{ version: 4, disabled: true }]);
    expect(button('Enable')).toBeTruthy();
  });

  it('signs out everywhere and makes links after a second step', async () => {
    const url = `http://localhost:3000/auth/link#${'y'.repeat(43)}`;
    const link = { kind: 'password', url, expiresAt: '2026-12-08T10:00:00.000Z' };
    const { user, server } = openPage({
      ...openAlex,
      routes: {
        [one(alex.id, 'POST', '/sign-out')]: () => ({ status: 204 }),
        [one(alex.id, 'POST', '/link')]: () => ({ status: 201, body: link }),
      },
    });
    await screen.findByRole('heading', { name: 'Alex Reed' });
    await user.click(button('Sign out everywhere'));
    expect(server.sent(one(alex.id, 'POST', '/sign-out'))).toEqual([]);
    await user.click(button('Sign out'));
    await screen.findByText('Alex Reed has been signed out everywhere.');
    await user.click(button('New password'));
    await user.click(button('Make the link'));
    await screen.findByDisplayValue(url);
  });

  it('is not taken from the last admin, nor from oneself', async () => {
    openPage({ address: `?user=${ada.id}` });
    await screen.findByRole('heading', { name: 'Ada Lane' });
    expect(button('Disable')).toHaveProperty('disabled', true);
    expect(screen.getByLabelText('Role')).toHaveProperty('disabled', true);
    expect(screen.getByText(/The only admin who can sign in stays one/)).toBeTruthy();
  });

  it('says when there is nobody of this id', async () => {
    const nobody = '0193d5d2-8a4e-4a3e-9c39-00000000dead';
    openPage({ address: `?user=${nobody}` });
    await screen.findByText('There is nobody with this account');
    await act(async () => undefined);
  });
});
