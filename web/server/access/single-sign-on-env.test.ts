import { expect, it } from 'vitest';
import { singleSignOnEnvSchema, singleSignOnLacks, singleSignOnOf } from './single-sign-on-env.ts';

const full = {
  OIDC_ISSUER: 'https://id.example.org/realms/desk',
  OIDC_CLIENT_ID: 'desk',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_ROLES: 'support-agents:agent, urn:group:leads:supervisor,it:admin',
};

it('reads which values stand for which role', () => {
  const env = singleSignOnEnvSchema.parse(full);
  expect(singleSignOnLacks(env)).toEqual([]);
  expect(singleSignOnOf(env)).toMatchObject({
    name: 'single sign-on',
    scope: 'openid profile email',
    roleClaim: 'groups',
    roles: [
      { value: 'support-agents', role: 'agent' },
      { value: 'urn:group:leads', role: 'supervisor' },
      { value: 'it', role: 'admin' },
    ],
  });
});

it('is none without a variable, and says what a half one lacks', () => {
  const none = singleSignOnEnvSchema.parse({});
  expect(singleSignOnOf(none)).toBeUndefined();
  expect(singleSignOnLacks(none)).toEqual([]);
  const half = singleSignOnEnvSchema.parse({ ...full, OIDC_CLIENT_SECRET: undefined });
  expect(singleSignOnOf(half)).toBeUndefined();
  expect(singleSignOnLacks(half)).toEqual(['OIDC_CLIENT_SECRET']);
});

it.each([
  { OIDC_ISSUER: 'http://id.example.org' },
  { OIDC_ISSUER: 'id.example.org' },
  { OIDC_ROLES: 'it:root' },
  { OIDC_ROLES: ':admin' },
  { OIDC_ROLES: 'admin' },
  { OIDC_SCOPE: 'profile' },
])('refuses %j', (wrong) => {
  expect(singleSignOnEnvSchema.safeParse({ ...full, ...wrong }).success).toBe(false);
});

it('takes a provider on this machine', () => {
  const OIDC_ISSUER = 'http://127.0.0.1:8080';
  expect(singleSignOnEnvSchema.safeParse({ ...full, OIDC_ISSUER }).success).toBe(true);
});
