import { getCsrfToken } from 'next-auth/react';

/** Signs out; false when the server could not do it, so that one is still signed in. */
export async function signOut(): Promise<boolean> {
  try {
    const csrfToken = (await getCsrfToken()) ?? '';
    const response = await fetch('/api/auth/signout', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, json: 'true' }),
    });
    return response.ok;
  } catch {
    return false;
  }
}
