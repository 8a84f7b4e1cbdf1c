import { type AdminUser, adminUserSchema } from '@agent/protocol';

/** Somebody with an account as our API shows them; what a test cares about is given. */
export function fakeUser(number: number, part: object = {}): AdminUser {
  return adminUserSchema.parse({
    id: `0193d5d2-8a4e-4a3e-9c39-00000000b00${number}`,
    username: `person${number}`,
    displayName: `Person ${number}`,
    role: 'agent',
    status: 'active',
    queues: [{ id: 'main', name: 'Main' }],
    hasPassword: true,
    hasSingleSignOn: false,
    lastSignedInAt: null,
    link: null,
    openCall: null,
    isLastAdmin: false,
    version: 3,
    createdAt: '2026-11-01T10:00:00.000Z',
    ...part,
  });
}
