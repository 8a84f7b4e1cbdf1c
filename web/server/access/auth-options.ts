import 'server-only';
import { errorFields } from '@agent/process';
import type { User as StoreUser } from '@agent/store';
import type { AuthOptions, User } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { clientAddress } from '../http/client-address.ts';
import { asProblem } from '../http/respond.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import {
  currentSession,
  idleSeconds,
  isSecure,
  parseToken,
  type SessionToken,
  sessionCookieName,
} from './session.ts';
import { decryptSession, encryptSession } from './session-cipher.ts';
import { type SignInOutcome, signIn } from './sign-in.ts';
import { admitElsewhere, isElsewhere, singleSignOnProvider } from './single-sign-on.ts';
import { singleSignOnOf } from './single-sign-on-env.ts';

/** Error codes of `signIn()` in the browser besides that of next-auth, which stands for `refused`. */
export const signInCodes = { throttled: 'throttled', unavailable: 'unavailable' } as const;

/** Told of what next-auth keeps to itself: it answers every failure as if the session were over. */
export type OnProblem = (problem: Problem) => void;

/**
 * Settings of next-auth for one request: a form, single sign-on where it is set, sessions as encrypted
 * cookies that Postgres can revoke.
 */
export function authOptions(
  services: Services,
  onProblem: OnProblem = () => {},
  address = 'unknown',
): AuthOptions {
  const { env } = services;
  const secure = isSecure(env);
  const elsewhere = singleSignOnOf(env);
  /** Whom single sign-on has let in, between two callbacks of this request. */
  let admitted: StoreUser | undefined;
  return {
    secret: env.NEXTAUTH_SECRET,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: idleSeconds },
    jwt: {
      encode: async ({ token, maxAge, secret }) =>
        encryptSession(
          { ...token },
          { secret: String(secret), maxAgeSeconds: maxAge ?? idleSeconds, now: services.now() },
        ),
      decode: async ({ token, secret }) =>
        token ? decryptSession(token, { secret: String(secret), now: services.now() }) : null,
    },
    pages: { signIn: '/auth/signin', error: '/auth/signin', signOut: '/auth/signin' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(env),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      credentialsProvider(services, onProblem),
      ...(elsewhere ? [singleSignOnProvider(elsewhere)] : []),
    ],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (!isElsewhere(account)) return true;
        const result = await admitElsewhere(services, profile, address);
        if ('page' in result) return result.page;
        admitted = result.user;
        return true;
      },
      jwt: async ({ token, user, account }) => {
        if (isElsewhere(account)) return newToken(services, admitted);
        if (user) return newToken(services, user as StoreUser);
        await sessionOf(services, token, onProblem);
        return token;
      },
      session: async ({ session, token }) => {
        const current = await sessionOf(services, token, onProblem);
        const user = { id: current.userId, name: current.displayName, role: current.role };
        return { expires: session.expires, user };
      },
    },
    logger: authLogger(services),
  };
}

function credentialsProvider(services: Services, onProblem: OnProblem) {
  return CredentialsProvider({
    name: 'account',
    credentials: { username: { type: 'text' }, password: { type: 'password' } },
    async authorize(credentials, { headers }) {
      const address = clientAddress(
        new Headers(headers as Record<string, string>),
        services.env.TRUSTED_PROXY_HOPS,
      );
      const result = await signIn(services, credentials, address).catch((error: unknown) => {
        services.log.warn(errorFields(error), 'sign-in not possible now');
        onProblem(asProblem(error));
        throw new Error(signInCodes.unavailable);
      });
      return userOf(result, onProblem);
    },
  });
}

function userOf(result: SignInOutcome, onProblem: OnProblem): User | null {
  switch (result.outcome) {
    case 'signed-in':
      return result.user;
    case 'refused':
      return null;
    case 'throttled':
      onProblem(
        Problem.tooManyRequests('Too many attempts.', Math.ceil(result.retryAfterMs / 1000)),
      );
      throw new Error(signInCodes.throttled);
    case 'busy':
      onProblem(Problem.unavailable());
      throw new Error(signInCodes.unavailable);
    default:
      return result satisfies never;
  }
}

function newToken({ now }: Services, user: StoreUser | undefined): JWT {
  if (!user) throw new Error('Nobody was let in.');
  const { id, role, sessionVersion } = user;
  return { sub: id, role, sessionVersion, signedInAt: now().getTime() };
}

/** The session of a token; throwing is how next-auth is told to forget the cookie. */
async function sessionOf(services: Services, token: JWT, onProblem: OnProblem) {
  const parsed = parseToken(token);
  const session = parsed && (await readSession(services, parsed, onProblem));
  if (!session) throw new Error('The session is over.');
  return session;
}

async function readSession(services: Services, token: SessionToken, onProblem: OnProblem) {
  try {
    return await currentSession(services, token);
  } catch (error) {
    onProblem(asProblem(error));
    throw error;
  }
}

function authLogger({ log }: Services): NonNullable<AuthOptions['logger']> {
  return {
    error: (code, metadata) => {
      const error = metadata instanceof Error ? metadata : metadata.error;
      log.warn({ code, ...errorFields(error) }, 'sign-in machinery reports a problem');
    },
    warn: () => undefined,
    debug: () => undefined,
  };
}
