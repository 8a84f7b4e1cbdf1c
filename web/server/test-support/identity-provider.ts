import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody as the provider knows them. */
export interface Person {
  sub: string;
  name: string;
  preferred_username?: string;
  email?: string;
  groups?: readonly string[];
}

/** A provider of OpenID Connect on this machine, which lets in whoever `person` is, without asking. */
export interface IdentityProvider {
  issuer: string;
  /** Who sits at the browser; null: somebody who gives up. */
  person: Person | null;
  close(): Promise<void>;
}

/** Starts it, for one client that comes back to `redirectUri`. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fixture: IdentityProvider = { issuer, person: null, close: () => closed(server) };
  const provider = providerOf(issuer, redirectUri, fixture);
  const callback = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    const { person } = fixture;
    const result = person
      ? { login: { accountId: person.sub, remember: false } }
      : { error: 'access_denied', error_description: 'They gave up.' };
    await provider.interactionFinished(request, response, result);
  });
  return fixture;
}

function providerOf(issuer: string, redirectUri: string, fixture: IdentityProvider): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'desk',
        client_secret: 'secret of the desk',
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    // What the scopes ask for stands in the ID token.
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'groups'],
      email: ['email'],
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ ...fixture.person, sub: accountId }),
    }),
    // Whoever signs in agrees.
    async loadExistingGrant({ oidc }) {
      const { Grant } = oidc.provider;
      const accountId = oidc.session?.accountId;
      const clientId = oidc.client?.clientId;
      if (!accountId || !clientId) return undefined;
      const grant = new Grant({ accountId, clientId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
    cookies: { keys: ['a key of the provider'] },
  });
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
