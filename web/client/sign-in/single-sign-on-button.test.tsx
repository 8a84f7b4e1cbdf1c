import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { signInProblemOf } from './sign-in-problems.ts';
import { SingleSignOnButton } from './single-sign-on-button.tsx';

vi.mock('next-auth/react', () => ({ getCsrfToken: async () => 'csrf' }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(answer: () => Response | Promise<Response>, failed?: string) {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => answer());
  vi.stubGlobal('fetch', fetched);
  const assign = vi.fn();
  vi.stubGlobal('location', { href: 'http://localhost/auth/signin?error=no-role', assign });
  render(<SingleSignOnButton name="Example" failed={signInProblemOf(failed)} />);
  return { fetched, assign, user: userEvent.setup() };
}

const button = () => screen.getByRole('button', { name: 'Sign in with Example' });

it('says why one came back, and sends one there again', async () => {
  const answer = () => Response.json({ url: 'https://id.example.org/authorize?x' });
  const { user, fetched, assign } = open(answer, 'no-role');
  expect(screen.getByText('You have no role here yet')).toBeTruthy();
  await user.click(button());
  expect(assign).toHaveBeenCalledWith('https://id.example.org/authorize?x');
  const body = new URLSearchParams(String(fetched.mock.calls[0]?.[1].body));
  expect(Object.fromEntries(body)).toEqual({
    csrfToken: 'csrf',
    callbackUrl: 'http://localhost/auth/signin',
    json: 'true',
  });
});

it.each([
  [() => new Response('{}', { status: 429 }), 'Too many attempts'],
  [() => new Response('{}', { status: 503 }), 'Single sign-on cannot be reached'],
  [() => Promise.reject(new Error('offline')), 'The server cannot be reached'],
])('says when it could not begin', async (answer, title) => {
  const { user, assign } = open(answer);
  await user.click(button());
  await screen.findByText(title);
  expect(assign).not.toHaveBeenCalled();
});

it('has words for its own codes alone', () => {
  expect(signInProblemOf('disabled')).toBe('disabled');
  expect(signInProblemOf('constructor')).toBeNull();
  expect(signInProblemOf('<script>')).toBeNull();
});
