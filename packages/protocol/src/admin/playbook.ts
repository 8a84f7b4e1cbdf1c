import * as z from 'zod';
import { cardIdSchema, cardKindSchema, playbookCardSchema } from '../playbook-card.ts';
import { sideSchema } from '../roles.ts';

const isoTime = z.iso.datetime({ offset: true });
const count = z.number().int().min(0);
const cardVersion = z.number().int().min(1).max(2_000_000_000);

/** How a version of a card came to be. `seeded`: from the project's files. */
export const cardVersionWhys = [
  'seeded',
  'created',
  'edited',
  'switched-on',
  'switched-off',
  'restored',
] as const;

/** A version of a card, without its words. */
export const cardVersionSchema = z.object({
  version: cardVersion,
  enabled: z.boolean(),
  why: z.enum(cardVersionWhys),
  /** Which version was brought back; null unless one was. */
  restoredVersion: cardVersion.nullable(),
  /** Who did it, by the name of then; null for seeding and for changes at the database. */
  byName: z.string().nullable(),
  at: isoTime,
});

/** Who changed a card last, when and how. */
const lastChange = cardVersionSchema.pick({ why: true, byName: true, at: true });

/** Query of `GET /api/admin/playbook`; all of it must hold. */
export const cardQuerySchema = z.object({
  /** Words of the card, in any of its fields. */
  query: z.string().trim().max(200, 'Search for at most 200 characters.').optional(),
  enabled: z.enum(['on', 'off']).optional(),
  kind: cardKindSchema.optional(),
});
/** What the list of cards is narrowed to. */
export type CardQuery = z.infer<typeof cardQuerySchema>;

/** One card as the list shows it. */
export const cardSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: cardKindSchema.nullable(),
  listensTo: sideSchema.nullable(),
  important: z.boolean(),
  enabled: z.boolean(),
  version: cardVersion,
  phrases: count,
  examples: count,
  /** Why it cannot be read and so never comes up; null when it can. */
  fault: z.string().nullable(),
  /** Whether a person has changed it, so that the project's files leave it alone. */
  isEdited: z.boolean(),
  lastChange,
});
/** One card as the list shows it. */
export type CardSummary = z.infer<typeof cardSummarySchema>;

/** `GET /api/admin/playbook`: by title; `total` counts those that the query leaves out as well. */
export const cardListSchema = z.object({ cards: z.array(cardSummarySchema), total: count });

/** `GET /api/admin/playbook/{id}`: the card as it is stored, though it may not fit the format. */
export const storedCardSchema = z.object({
  id: z.string(),
  card: z.unknown(),
  enabled: z.boolean(),
  version: cardVersion,
  isOfProject: z.boolean(),
  isEdited: z.boolean(),
  lastChange,
});
/** A card as it is stored. */
export type StoredCard = z.infer<typeof storedCardSchema>;

/** Ids that stand for something else in our addresses. */
export const reservedCardIds: readonly string[] = ['try'];

/** `PUT /api/admin/playbook/{id}`: changes the words of a card, switches it, or adds it. */
export const cardChangeSchema = z
  .strictObject({
    /** The version that was changed; 0 for a new card. */
    version: z.number().int().min(0).max(2_000_000_000),
    card: playbookCardSchema.optional(),
    enabled: z.boolean().optional(),
  })
  .refine(({ card, enabled }) => card !== undefined || enabled !== undefined, {
    message: 'Say what is to change.',
  })
  .refine(({ version, card }) => version > 0 || card !== undefined, {
    path: ['card'],
    message: 'A new card needs its words.',
  });
/** Other words for a card, or whether it is in use, from a version of it. */
export type CardChangeRequest = z.infer<typeof cardChangeSchema>;

/** `GET /api/admin/playbook/{id}/versions`: the newest first, at most 100. */
export const cardVersionsSchema = z.object({
  versions: z.array(cardVersionSchema.extend({ card: z.unknown() })),
});
/** A version of a card with its words. */
export type CardVersion = z.infer<typeof cardVersionsSchema>['versions'][number];

/** `POST /api/admin/playbook/{id}/restore`: brings the words of an old version back. */
export const cardRestoreSchema = z.strictObject({
  /** The version that stands there now. */
  version: cardVersion,
  restore: cardVersion,
});
/** Which version is to be brought back. */
export type CardRestoreRequest = z.infer<typeof cardRestoreSchema>;

/** Names a card in an address. */
export const cardParamSchema = cardIdSchema;
