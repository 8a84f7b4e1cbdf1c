import 'server-only';
import type { AuthOptions, User } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { clientAddress } from './http/client-address.ts';
import { errorFields } from './log.ts';
import type { Services } from './services.ts';
import {
  currentSession,
  idleSeconds,
  isSecure,
  parseToken,
  type SessionToken,
  sessionCookieName,
} from './session.ts';
import { signIn } from './sign-in.ts';

/** Error code of `signIn()` in the browser after too many failures. */
export const throttledCode = 'throttled';

/** Settings of next-auth: one form, sessions as encrypted cookies that Postgres can revoke. */
export function authOptions(services: Services): AuthOptions {
  const { env } = services;
  const secure = isSecure(env);
  return {
    secret: env.NEXTAUTH_SECRET,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: idleSeconds },
    pages: { signIn: '/auth/signin', error: '/auth/signin', signOut: '/auth/signin' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(env),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [credentialsProvider(services)],
    callbacks: {
      jwt: async ({ token, user }) => (user ? newToken(services, user) : kept(services, token)),
      session: async ({ session, token }) => {
        const current = await sessionOf(services, token);
        const user = { id: current.userId, name: current.displayName, role: current.role };
        return { expires: session.expires, user };
      },
    },
    logger: authLogger(services),
  };
}

function credentialsProvider(services: Services) {
  return CredentialsProvider({
    name: 'account',
    credentials: { username: { type: 'text' }, password: { type: 'password' } },
    async authorize(credentials, { headers }) {
      const address = clientAddress(
        new Headers(headers as Record<string, string>),
        services.env.TRUSTED_PROXY_HOPS,
      );
      const result = await signIn(services, credentials, address);
      if (result.outcome === 'throttled') throw new Error(throttledCode);
      return result.outcome === 'signed-in' ? result.user : null;
    },
  });
}

function newToken({ now }: Services, user: User): JWT {
  const { id, role, sessionVersion } = user as User & Pick<SessionToken, 'role' | 'sessionVersion'>;
  return { sub: id, role, sessionVersion, signedInAt: now().getTime() };
}

async function kept(services: Services, token: JWT): Promise<JWT> {
  await sessionOf(services, token);
  return token;
}

/** The session of a token; throwing is how next-auth is told to forget the cookie. */
async function sessionOf(services: Services, token: JWT) {
  const parsed = parseToken(token);
  const session = parsed && (await currentSession(services, parsed));
  if (!session) throw new Error('The session is over.');
  return session;
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
