import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { SignInForm } from './sign-in-form.tsx';

const auth = vi.hoisted(() => ({ signIn: vi.fn() }));
vi.mock('next-auth/react', () => auth);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  auth.signIn.mockReset();
});

async function submit() {
  const reload = vi.fn();
  const pathname = '/auth/signin';
  const href = `http://localhost${pathname}?error=no-role`;
  vi.stubGlobal('location', { href, pathname, reload });
  render(<SignInForm />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Username'), 'ada');
  await user.type(screen.getByLabelText('Password'), 'a few plain words');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  return reload;
}

it('signs in, also where the address still names a problem of before', async () => {
  // As next-auth does it: the answer's error is that of the address it leads back to.
  auth.signIn.mockImplementation(async (_provider, sent: { callbackUrl?: string }) => {
    const url = new URL(sent.callbackUrl ?? window.location.href, 'http://localhost');
    return { ok: true, status: 200, url: url.href, error: url.searchParams.get('error') };
  });
  expect(await submit()).toHaveBeenCalledOnce();
});

it.each([
  [{ status: 401, error: 'CredentialsSignin' }, 'Name and password do not match'],
  [{ status: 429, error: 'throttled' }, 'Too many attempts'],
  [{ status: 503, error: 'unavailable' }, 'You cannot be signed in now'],
  [undefined, 'The server cannot be reached'],
])('says why one is not signed in: %j', async (answer, title) => {
  auth.signIn.mockResolvedValue(answer);
  const reload = await submit();
  await screen.findByText(title);
  expect(reload).not.toHaveBeenCalled();
});
