import * as z from 'zod';
import { userIdSchema } from '../id-schema.ts';
import { namedQueueSchema } from '../queue.ts';
import { roleSchema } from '../roles.ts';
import { singleLine, typedText } from '../text.ts';
import { queueIdSchema } from './queue.ts';

const isoTime = z.iso.datetime({ offset: true });

/** `invited`: may in, but has no way to sign in yet. `disabled`: may not in, whatever else is so. */
export const userStatusSchema = z.enum(['invited', 'active', 'disabled']);
/** Whether somebody with an account can sign in. */
export type UserStatus = z.infer<typeof userStatusSchema>;

/** `invite` lets somebody in for the first time, `password` gives them a new password. */
export const userLinkKindSchema = z.enum(['invite', 'password']);
/** What a one-time link is for. */
export type UserLinkKind = z.infer<typeof userLinkKindSchema>;

/** Somebody belongs to at most so many queues. */
export const MAX_QUEUES_OF_USER = 100;

/** The name that somebody signs in with: letters of ASCII in any case, digits and `.` `_` `@` `-`. */
const username = singleLine('the user name', 60).pipe(
  z
    .string()
    .toLowerCase()
    .regex(
      /^[a-z0-9][a-z0-9._@-]*$/,
      'Use a-z, 0-9 and . _ @ - only, beginning with one of a-z, 0-9.',
    ),
);
const displayName = singleLine('the name', 80);
const queues = z
  .array(queueIdSchema)
  .max(MAX_QUEUES_OF_USER, `Choose at most ${MAX_QUEUES_OF_USER} queues.`);

const adminOfQueues = {
  path: ['queues'],
  message: 'Admins look after all queues. Choose none for them.',
};

/**
 * `POST /api/admin/users`: somebody is invited. Of an agent `queues` are those whose calls are taken, of a
 * supervisor those that are looked after: none are all.
 */
export const newUserSchema = z
  .strictObject({ username, displayName, role: roleSchema, queues })
  .refine(({ role, queues }) => role !== 'admin' || queues.length === 0, adminOfQueues);
/** Somebody who is invited. */
export type NewUserRequest = z.infer<typeof newUserSchema>;

const version = z.number().int().min(1);

/**
 * `PATCH /api/admin/users/{id}`: what is to be another, and the version it was changed from. With another
 * role the queues of before go: a new supervisor for whom none are named looks after all.
 */
export const userChangeSchema = z
  .strictObject({
    version,
    disabled: z.boolean().optional(),
    role: roleSchema.optional(),
    queues: queues.optional(),
    displayName: displayName.optional(),
  })
  .refine(
    ({ version: _version, ...change }) => Object.keys(change).length > 0,
    'Nothing to change.',
  );
/** What is to be another of somebody with an account. */
export type UserChangeRequest = z.infer<typeof userChangeSchema>;

/** Query of `GET /api/admin/users`: the whole list, or those in whose names the text stands. */
export const userQuerySchema = z.object({
  query: typedText(100)
    .pipe(z.string().trim().max(100, 'Search for at most 100 characters.'))
    .optional(),
  /** Where the page before ended, as its answer said. */
  cursor: z.string().max(600).optional(),
});
/** What a list of people is narrowed to. */
export type UserQuery = z.infer<typeof userQuerySchema>;

/** Somebody with an account, as admins see them. */
export const adminUserSchema = z.object({
  id: userIdSchema,
  username: z.string(),
  displayName: z.string(),
  role: roleSchema,
  status: userStatusSchema,
  /** Whose calls an agent takes, or which a supervisor looks after (none: all), by name; admins have none. */
  queues: z.array(namedQueueSchema),
  hasPassword: z.boolean(),
  /** Whether they have signed in by the single sign-on of the company. */
  hasSingleSignOn: z.boolean(),
  lastSignedInAt: isoTime.nullable(),
  /** The link that is still to be used, if there is one. */
  link: z.object({ kind: userLinkKindSchema, expiresAt: isoTime }).nullable(),
  /** The call that ends, or goes back to the queue, when they may not take calls any more. */
  openCall: z.enum(['offered', 'active', 'wrap-up']).nullable(),
  /** The only admin who can sign in can be neither disabled nor given another role. */
  isLastAdmin: z.boolean(),
  /** Grows with each change; a change names the one it was made from. */
  version,
  createdAt: isoTime,
});
/** Somebody with an account, as admins see them. */
export type AdminUser = z.infer<typeof adminUserSchema>;

/** `GET /api/admin/users`: by name. */
export const adminUserPageSchema = z.object({
  users: z.array(adminUserSchema),
  /** Leads to the next page; null on the last. */
  nextCursor: z.string().nullable(),
  /** The queues that there are, by name. */
  queues: z.array(namedQueueSchema),
});
/** A page of people and where the next one begins. */
export type AdminUserPage = z.infer<typeof adminUserPageSchema>;

/** A one-time link, to be handed over by whoever made it. It is told once: only its hash is kept. */
export const userLinkSchema = z.object({
  kind: userLinkKindSchema,
  url: z.url(),
  expiresAt: isoTime,
});
/** A one-time link with which somebody chooses a password. */
export type UserLink = z.infer<typeof userLinkSchema>;

/** Answer of `POST /api/admin/users`. */
export const invitedUserSchema = z.object({ user: adminUserSchema, link: userLinkSchema });
/** Somebody who was invited, with the link that lets them in. */
export type InvitedUser = z.infer<typeof invitedUserSchema>;

/** What became of the open call of somebody who may not take calls any more. */
export const callOutcomeSchema = z.enum(['requeued', 'offer-withdrawn', 'wrap-up-closed']);

/** Answer of `PATCH /api/admin/users/{id}`. */
export const changedUserSchema = z.object({
  user: adminUserSchema,
  /** Whether they have to sign in again. */
  sessionsEnded: z.boolean(),
  /** What became of their call; null when there was none or it goes on. */
  call: callOutcomeSchema.nullable(),
});
/** Somebody who was changed, and what that brought about. */
export type ChangedUser = z.infer<typeof changedUserSchema>;
