import { callEvent, callEventEnvelope } from './call-event.ts';
import { zodSchemaOf } from './zod-schema-of.ts';

/** Parses a stored event, from a row or from the wire. */
export const callEventSchema = zodSchemaOf(callEvent);

/** Parses an event on its way to a reader. */
export const callEventEnvelopeSchema = zodSchemaOf(callEventEnvelope);
