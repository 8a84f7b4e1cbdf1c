import {
  cardKindSchema,
  type RecordFact,
  recordFactSchema,
  sideSchema,
  suggestionActionSchema,
} from '@agent/protocol';
import { z } from 'zod';

/** A card as its form holds it; of lists, each line is one of them. */
export interface CardFields {
  id: string;
  title: string;
  kind: string;
  listensTo: string;
  phrases: string;
  examples: string;
  followUps: readonly FollowUpFields[];
  butNot: string;
  sentiment: string;
  record: readonly RecordFact[];
  recordNot: readonly RecordFact[];
  said: string;
  notSaid: string;
  doneWhenSaid: string;
  suggestion: string;
  reasoning: string;
  action: string;
  confidence: string;
  important: boolean;
  source: string;
}

/** A follow-up as its form holds it. */
export interface FollowUpFields {
  after: string;
  within: string;
  record: readonly RecordFact[];
  phrases: string;
}

/** A follow-up that nobody has written yet. */
export const emptyFollowUp: FollowUpFields = { after: '', within: '6', record: [], phrases: '' };

/** A card that nobody has written yet. */
export const emptyCardFields: CardFields = {
  ...{ id: '', title: '', kind: 'guidance', listensTo: 'customer', phrases: '', examples: '' },
  ...{ followUps: [], butNot: '', sentiment: '', record: [], recordNot: [], said: '', notSaid: '' },
  ...{ doneWhenSaid: '', suggestion: '', reasoning: '', action: 'explain', confidence: '0.8' },
  ...{ important: false, source: '' },
};

const texts = z.array(z.string()).optional();
const facts = z.array(recordFactSchema).optional();

/** What a form can show: its texts may be too long, and fields may be missing. */
const showable = z.strictObject({
  ...{ id: z.string().optional(), title: z.string().optional() },
  ...{ kind: cardKindSchema.optional(), listensTo: sideSchema.optional() },
  ...{ phrases: texts, examples: texts, butNot: texts, doneWhenSaid: texts },
  followUps: z
    .array(
      z.strictObject({
        after: texts,
        within: z.number().optional(),
        record: facts,
        phrases: texts,
      }),
    )
    .optional(),
  when: z
    .strictObject({
      sentiment: z.enum(['negative', 'not-positive']).optional(),
      ...{ record: facts, recordNot: facts, said: texts, notSaid: texts },
    })
    .optional(),
  ...{ suggestion: z.string().optional(), reasoning: z.string().optional() },
  ...{ action: suggestionActionSchema.optional(), confidence: z.number().optional() },
  ...{ important: z.boolean().optional(), source: z.string().optional() },
});

/** A card for its form; undefined when it has something that the form has no place for. */
export function fieldsOf(raw: unknown): CardFields | undefined {
  const { data } = showable.safeParse(raw);
  if (!data) return undefined;
  const { when = {}, followUps = [] } = data;
  return {
    id: data.id ?? '',
    title: data.title ?? '',
    kind: data.kind ?? 'guidance',
    listensTo: data.listensTo ?? 'customer',
    phrases: linesOf(data.phrases),
    examples: linesOf(data.examples),
    followUps: followUps.map(({ after, within = 6, record = [], phrases }) => ({
      ...{ after: linesOf(after), within: String(within), record, phrases: linesOf(phrases) },
    })),
    butNot: linesOf(data.butNot),
    sentiment: when.sentiment ?? '',
    record: when.record ?? [],
    recordNot: when.recordNot ?? [],
    said: linesOf(when.said),
    notSaid: linesOf(when.notSaid),
    doneWhenSaid: linesOf(data.doneWhenSaid),
    suggestion: data.suggestion ?? '',
    reasoning: data.reasoning ?? '',
    action: data.action ?? '',
    confidence: data.confidence === undefined ? '' : String(data.confidence),
    important: data.important ?? false,
    source: data.source ?? '',
  };
}

/** What a form holds as a card, checked by nobody yet. */
export function cardOfFields(fields: CardFields): Record<string, unknown> {
  const { sentiment, record, recordNot, said, notSaid, followUps, ...rest } = fields;
  return {
    ...{ id: rest.id.trim(), title: rest.title, kind: rest.kind, listensTo: rest.listensTo },
    phrases: textsOf(rest.phrases),
    examples: textsOf(rest.examples),
    followUps: followUps.map((one) => ({
      after: textsOf(one.after),
      within: numberOf(one.within),
      record: one.record,
      phrases: textsOf(one.phrases),
    })),
    butNot: textsOf(rest.butNot),
    when: {
      ...(sentiment && { sentiment }),
      ...{ record, recordNot, said: textsOf(said), notSaid: textsOf(notSaid) },
    },
    doneWhenSaid: textsOf(rest.doneWhenSaid),
    ...{ suggestion: rest.suggestion, reasoning: rest.reasoning, action: rest.action },
    confidence: numberOf(rest.confidence),
    ...{ important: rest.important, source: rest.source },
  };
}

/** The texts of a list, one a line. */
export function textsOf(lines: string): string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** White space is one to phrases and examples, so a text that had several lines fits into one. */
function linesOf(list: readonly string[] | undefined): string {
  return (list ?? []).map((text) => text.replaceAll(/\s+/g, ' ')).join('\n');
}

/** What is no number stays what it is, for the check to refuse. */
function numberOf(text: string): number | string {
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}
