import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { apiError, fakeServer } from '#client/test-support/fake-server.ts';
import { LinkForm } from './link-form.tsx';

const LOOK = 'POST /api/account-link/look';
const USE = 'POST /api/account-link';
const token = 't'.repeat(43);
const owner = {
  kind: 'invite',
  username: 'eve',
  displayName: 'Eve Park',
  expiresAt: '2026-12-08T10:00:00.000Z',
};

beforeEach(() => {
  setHash(`#${token}`);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** As somebody has opened it: without the event of a change. */
function setHash(hash: string) {
  window.history.replaceState(null, '', hash || window.location.pathname);
}

function openLink(routes: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({
    [LOOK]: () => ({ status: 200, body: owner }),
    [USE]: () => ({ status: 204 }),
    ...routes,
  });
  render(<LinkForm />);
  return { server, user: userEvent.setup() };
}

const password = () => screen.findByLabelText<HTMLInputElement>('Password');
const send = () => screen.getByRole('button', { name: 'Set the password' });

it('says for whom the link is, takes the password, and leads to sign-in', async () => {
  const { server, user } = openLink();
  await user.type(await password(), 'a few plain words');
  expect(screen.getByRole('heading').textContent).toBe('Welcome, Eve Park');
  await user.click(send());
  await screen.findByRole('heading', { name: 'Your password is set' });
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/auth/signin');
  expect(server.sent(LOOK)).toEqual([{ token }]);
  expect(server.sent(USE)).toEqual([{ token, password: 'a few plain words' }]);
  expect(window.location.hash).toBe('');
});

it('says what a password needs before it is sent, and what the server finds', async () => {
  const { server, user } = openLink({
    [USE]: () => apiError(400, 'invalid-input', { password: 'Not with your name in it.' }),
  });
  await user.type(await password(), 'short');
  await user.click(send());
  expect(screen.getByText('Use at least 12 characters.')).toBeTruthy();
  expect(server.sent(USE)).toEqual([]);
  await user.type(await password(), ' but longer, eve');
  await user.click(send());
  await screen.findByText('Not with your name in it.');
});

it.each([`#${'t'.repeat(42)}`, '', '#%00'])('asks nobody with half a link: %j', async (hash) => {
  setHash(hash);
  const { server } = openLink();
  await screen.findByText(/The address is not whole/);
  expect(server.asked).toEqual([]);
});

it('says so when the link is of no use, also when another window was faster', async () => {
  openLink({ [LOOK]: () => apiError(404, 'not-found') });
  await screen.findByRole('heading', { name: 'This link cannot be used' });
  cleanup();
  const { user } = openLink({ [USE]: () => apiError(404, 'not-found') });
  await user.type(await password(), 'a few plain words');
  await user.click(send());
  await screen.findByRole('heading', { name: 'This link cannot be used' });
});

it('looks at another link that is pasted over it', async () => {
  const { server } = openLink();
  await password();
  const other = 'u'.repeat(43);
  server.routes[LOOK] = () => ({ status: 200, body: { ...owner, displayName: 'Bo' } });
  window.location.hash = `#${other}`;
  await screen.findByRole('heading', { name: 'Welcome, Bo' });
  expect(server.sent(LOOK)).toEqual([{ token }, { token: other }]);
});

it('tries again when the server is away, and keeps what was typed', async () => {
  const { server, user } = openLink({ [LOOK]: () => apiError(503, 'unavailable') });
  await screen.findByText('The link could not be looked at');
  server.routes[LOOK] = () => ({ status: 200, body: owner });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  server.routes[USE] = () => apiError(503, 'unavailable');
  await user.type(await password(), 'a few plain words');
  await user.click(send());
  await screen.findByText('It is unavailable.');
  expect((await password()).value).toBe('a few plain words');
});
