import * as z from 'zod';
import { callEvent, callEventEnvelope } from './call-event.ts';
import { MisfitError, type Shape } from './shape.ts';

/** Parses a stored event, from a row or from the wire. */
export const callEventSchema = schemaOf(callEvent);

/** Parses an event on its way to a reader. */
export const callEventEnvelopeSchema = schemaOf(callEventEnvelope);

/** A shape as a part of zod's schemas; a misfit becomes an issue at its place. */
function schemaOf<T>(shape: Shape<T>) {
  return z.unknown().transform((value, context): T => {
    try {
      return shape(value);
    } catch (error) {
      if (!(error instanceof MisfitError)) throw error;
      context.addIssue({ code: 'custom', path: [...error.path], message: error.message });
      return z.NEVER;
    }
  });
}
