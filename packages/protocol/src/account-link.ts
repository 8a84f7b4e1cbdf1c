import * as z from 'zod';
import { userLinkKindSchema } from './admin/user.ts';

/** The secret part of a one-time link: 32 random bytes as base64url. */
export const linkTokenSchema = z
  .string()
  .max(43, { abort: true })
  .regex(/^[\w-]{43}$/, 'This is no link of ours.');

/** `POST /api/account-link/look`: for whom a link is. */
export const linkLookSchema = z.strictObject({ token: linkTokenSchema });

/** Answer of `POST /api/account-link/look`. */
export const linkOwnerSchema = z.object({
  kind: userLinkKindSchema,
  username: z.string(),
  displayName: z.string(),
  expiresAt: z.iso.datetime({ offset: true }),
});
/** For whom a link is, and until when. */
export type LinkOwner = z.infer<typeof linkOwnerSchema>;

/** A password has at least so many characters … */
export const MIN_PASSWORD_LENGTH = 12;
/** … and at most so many. */
export const MAX_PASSWORD_LENGTH = 200;
/** A password has at least so many different characters. */
const MIN_DIFFERENT_CHARACTERS = 5;

/** A password that somebody chooses. Long is what counts; no kinds of characters are asked for. */
export const newPasswordSchema = z
  .string()
  .max(MAX_PASSWORD_LENGTH, {
    error: `Use at most ${MAX_PASSWORD_LENGTH} characters.`,
    abort: true,
  })
  .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters.`)
  .refine((text) => text.isWellFormed(), 'Remove the special characters.')
  .refine(
    (text) => new Set(text).size >= MIN_DIFFERENT_CHARACTERS,
    `Use at least ${MIN_DIFFERENT_CHARACTERS} different characters.`,
  );

/** `POST /api/account-link`: takes the link and sets the password. */
export const linkUseSchema = z.strictObject({
  token: linkTokenSchema,
  password: newPasswordSchema,
});
/** The secret of a link and the password that is chosen with it. */
export type LinkUse = z.infer<typeof linkUseSchema>;
