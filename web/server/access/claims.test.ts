import { expect, it } from 'vitest';
import { identityOf, roleOf } from './claims.ts';
import type { SingleSignOn } from './single-sign-on-env.ts';

const roles = [
  { value: 'support-agents', role: 'agent' as const },
  { value: 'urn:leads', role: 'supervisor' as const },
  { value: 'it', role: 'admin' as const },
];
const settings: SingleSignOn = {
  ...{ issuer: 'https://id.example.org', clientId: 'c', clientSecret: 's', name: 'Example' },
  ...{ scope: 'openid', roleClaim: 'groups', roles },
};
const claims = { iss: 'https://id.example.org', sub: '42', groups: ['support-agents'] };

it.each([
  [{ groups: ['support-agents'] }, 'agent'],
  [{ groups: 'urn:leads' }, 'supervisor'],
  [{ groups: ['other', 'it', 'support-agents'] }, 'admin'],
  [{ groups: ['IT'] }, undefined],
  [{ groups: [['it']] }, undefined],
  [{ groups: { it: true } }, undefined],
  [{ groups: Array(2_001).fill('it') }, undefined],
  [{}, undefined],
])('gives the highest role that the claim stands for: %j', (part, role) => {
  expect(roleOf(part, settings)).toBe(role);
});

it.each([
  ['realm_access.roles', { realm_access: { roles: ['it'] } }],
  ['https://example.org/roles', { 'https://example.org/roles': ['it'] }],
])('finds the claim by its name or by a path: %s', (roleClaim, part) => {
  expect(roleOf(part, { roleClaim, roles })).toBe('admin');
});

it.each(['__proto__', 'constructor.name', 'groups.length'])(
  'reads no more than claims: %s',
  (roleClaim) => {
    const all = [
      { value: 'Object', role: 'admin' as const },
      { value: '1', role: 'admin' as const },
    ];
    expect(roleOf(claims, { roleClaim, roles: all })).toBeUndefined();
  },
);

it('knows somebody by issuer and subject, and makes a name for the account', () => {
  const full = {
    ...claims,
    name: ' Zoë\u202e Reed ',
    preferred_username: 'Zoë.Reed',
    email: 'z@x',
  };
  expect(identityOf(full, settings)).toEqual({
    issuer: 'https://id.example.org',
    subject: '42',
    displayName: 'Zoë Reed',
    username: 'zoe.reed',
    role: 'agent',
  });
  expect(identityOf({ ...claims, email: 'Bo@example.org' }, settings)).toMatchObject({
    displayName: 'Bo@example.org',
    username: 'bo@example.org',
  });
  expect(identityOf({ ...claims, name: 7, preferred_username: '…' }, settings)).toMatchObject({
    displayName: '…',
    username: 'person',
  });
});

it.each([
  { ...claims, iss: 'https://id.example.com' },
  { ...claims, sub: '' },
  { ...claims, sub: 'x'.repeat(256) },
  undefined,
])('knows nobody else: %j', (wrong) => {
  expect(identityOf(wrong, settings)).toBeUndefined();
});

it('takes a slash at the end of the issuer for nothing', () => {
  const identity = identityOf({ ...claims, iss: 'https://id.example.org/' }, settings);
  expect(identity?.issuer).toBe('https://id.example.org/');
});
