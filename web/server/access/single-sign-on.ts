import 'server-only';
import { errorFields } from '@agent/process';
import type { User } from '@agent/store';
import type { Account, Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Services } from '../services.ts';
import { identityOf } from './claims.ts';
import { signInElsewhere } from './sign-in-elsewhere.ts';
import { type SingleSignOn, singleSignOnOf } from './single-sign-on-env.ts';

/** Names the provider in the addresses of next-auth: `/api/auth/callback/oidc`. */
export const SINGLE_SIGN_ON = 'oidc';

/** Time for each request to the provider. */
const timeoutMs = 5_000;

/** The provider as next-auth asks it: code flow with PKCE, state and nonce; the ID token says who it is. */
export function singleSignOnProvider(settings: SingleSignOn): OAuthConfig<Profile> {
  const { issuer, clientId, clientSecret, name, scope } = settings;
  const base = issuer.endsWith('/') ? issuer : `${issuer}/`;
  return {
    ...{ id: SINGLE_SIGN_ON, name, type: 'oauth', clientId, clientSecret },
    wellKnown: new URL('.well-known/openid-configuration', base).href,
    authorization: { params: { scope } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: timeoutMs },
    // Whose account it is is decided by `admitElsewhere`, once all of the token has been checked.
    profile: ({ sub = '' }) => ({ id: sub }),
  };
}

/** Who was let in, or the page that says why not. */
export type Admitted = { user: User } | { page: string };

/** Lets in whom the provider has sent; never throws, as the answer is a page. */
export async function admitElsewhere(
  services: Services,
  claims: Profile | undefined,
  address: string,
): Promise<Admitted> {
  const settings = singleSignOnOf(services.env);
  const identity = settings && identityOf(claims, settings);
  if (!identity) {
    services.log.warn('an ID token of another issuer, or without a name for who it is');
    return { page: problemPage('OAuthCallback') };
  }
  try {
    const result = await signInElsewhere(services, identity, address);
    return result.outcome === 'signed-in'
      ? { user: result.user }
      : { page: problemPage(result.outcome) };
  } catch (error) {
    services.log.warn(errorFields(error), 'sign-in not possible now');
    return { page: problemPage('unavailable') };
  }
}

/** Whether it is this provider that next-auth speaks of. */
export function isElsewhere(account: Account | null): boolean {
  return account?.provider === SINGLE_SIGN_ON;
}

/** The sign-in page with the words for a problem. */
export function problemPage(problem: string): string {
  return `/auth/signin?error=${encodeURIComponent(problem)}`;
}
