import * as z from 'zod';

const isoTime = z.iso.datetime({ offset: true });
const wholeNumber = z.number().int().min(0);

/** Whether there is a made-up past, or on its way in or out. */
export const sampleDataStates = ['none', 'adding', 'ready', 'removing'] as const;

/** `GET /api/sample-data`: the made-up past that newcomers try the product with. */
export const sampleDataSchema = z.object({
  state: z.enum(sampleDataStates),
  /** From when until when its calls are; null: there is none. */
  span: z.object({ from: isoTime, until: isoTime }).nullable(),
  /** So many calls of about so many are there. */
  callsDone: wholeNumber,
  callsWanted: wholeNumber,
});
/** The made-up past, as far as it is there. */
export type SampleData = z.infer<typeof sampleDataSchema>;
