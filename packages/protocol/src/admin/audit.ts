import * as z from 'zod';
import { userIdSchema } from '../id-schema.ts';
import { typedText } from '../text.ts';

const isoTime = z.iso.datetime({ offset: true });

/** What an act on record can be about. */
export const auditSubjectKinds = ['user', 'customer', 'call', 'card', 'queue', 'setting'] as const;
/** What an act on record can be about. */
export type AuditSubjectKind = (typeof auditSubjectKinds)[number];

/** An action (`session.refused`) or all of a noun (`session`). */
const actionSchema = typedText(60).pipe(
  z
    .string()
    .max(60)
    .regex(/^[a-z-]+(\.[a-z-]+)?$/, 'There is no such act.'),
);

/** A kind of thing (`call`), or one of them (`call:0193…`). */
const subjectSchema = typedText(200)
  .pipe(
    z
      .string()
      .max(200)
      .regex(/^\P{C}+$/u, 'Remove the special characters.'),
  )
  .transform((text) => {
    const [kind = '', ...rest] = text.split(':');
    return { kind, id: rest.length > 0 ? rest.join(':') : null };
  })
  .pipe(
    z.object({
      kind: z.enum(auditSubjectKinds, 'Nothing on record is about that.'),
      id: z.string().min(1).nullable(),
    }),
  );

/** A day of the reporting time zone, or a moment. */
const dayOrMoment = z.iso.date().or(isoTime);

/** What of the audit log is asked for. All filters must hold. */
export const auditFilterSchema = z.object({
  /** Who did it: somebody with an account, or nobody who was signed in. */
  actor: userIdSchema.or(z.literal('nobody')).optional(),
  action: actionSchema.optional(),
  subject: subjectSchema.optional(),
  from: dayOrMoment.optional(),
  /** A day is included, a moment is the first that is not. */
  to: dayOrMoment.optional(),
  /** Where the request came from, as the log has it. */
  address: typedText(100)
    .pipe(
      z
        .string()
        .trim()
        .max(100)
        .regex(/^\P{C}*$/u, 'Remove the special characters.'),
    )
    .optional(),
});
/** What of the audit log is asked for. */
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** Query of `GET /api/admin/audit`. */
export const auditQuerySchema = auditFilterSchema.extend({
  /** Where the page before ended, as its answer said. */
  cursor: z.string().max(100).optional(),
});
/** A page of the audit log that is asked for. */
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** A piece of the sentence that says what happened: who did it, what it was done to, or words between. */
const auditPieceSchema = z.object({ text: z.string(), is: z.enum(['who', 'what', 'words']) });
/** A piece of the sentence that says what happened. */
export type AuditPiece = z.infer<typeof auditPieceSchema>;

const auditEntrySchema = z.object({
  id: z.number().int(),
  at: isoTime,
  /** Null: nobody who was signed in. The name is the one they had then. */
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Null: it was no request. */
  address: z.string().nullable(),
  action: z.string(),
  /** What happened, in words. */
  sentence: z.array(auditPieceSchema),
  /** What it was about; the name is today's, null where there is none any more. */
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  /** What else is on record, each in words. */
  details: z.array(z.string()),
});
/** One act on record, as admins see it. */
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

/** `GET /api/admin/audit`: the newest first. */
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** Leads to the next page; null on the last. */
  nextCursor: z.string().nullable(),
  /** The reporting time zone, in which days begin. */
  zone: z.string(),
});
/** A page of the audit log and where the next one begins. */
export type AuditPage = z.infer<typeof auditPageSchema>;

/** `GET /api/admin/audit/choices`: what can be filtered by. */
export const auditChoicesSchema = z.object({
  /** Everybody with an account, by name. */
  people: z.array(z.object({ id: userIdSchema, name: z.string() })),
  /** The acts by noun, each with its words. */
  groups: z.array(
    z.object({
      noun: z.string(),
      label: z.string(),
      actions: z.array(z.object({ action: z.string(), label: z.string() })),
    }),
  ),
});
/** What the audit log can be filtered by. */
export type AuditChoices = z.infer<typeof auditChoicesSchema>;
