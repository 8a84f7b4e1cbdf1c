import { isErrorNamed } from './error-named.ts';
import { type SchemaDifference, wrongSchemaMessage } from './schema-difference.ts';

/** Why the store refuses something that its caller should never have asked for. */
export type StoreErrorReason =
  | 'call-not-found'
  | 'not-transcribed'
  | 'event-id-taken'
  | 'unreadable-event'
  | 'contact-taken'
  | 'queue-not-open'
  | 'migration-failed'
  | 'app-role-refused'
  | 'wrong-schema';

/** The one error class of this package. Expected outcomes are return values, not errors. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: StoreErrorReason;
  /** Which contact is taken; undefined with any other reason. */
  readonly contactKind: 'email' | 'phone' | undefined;

  private constructor(
    reason: StoreErrorReason,
    message: string,
    contactKind?: StoreError['contactKind'],
  ) {
    super(message);
    this.reason = reason;
    this.contactKind = contactKind;
  }

  static callNotFound(callId: string): StoreError {
    return new StoreError('call-not-found', `There is no call ${callId}.`);
  }

  /** The customer declined: nothing said on this call may be stored. */
  static notTranscribed(callId: string): StoreError {
    return new StoreError('not-transcribed', `Call ${callId} must not be transcribed.`);
  }

  /** The log has another event with this id: somebody says something else, or is somebody else. */
  static eventIdTaken(callId: string, eventId: string): StoreError {
    const message = `Call ${callId} has another event with the id ${eventId}.`;
    return new StoreError('event-id-taken', message);
  }

  /** A stored event does not fit the schema of its type (any more). */
  static unreadableEvent(callId: string, seq: number): StoreError {
    return new StoreError('unreadable-event', `Event ${seq} of call ${callId} cannot be read.`);
  }

  /** Another customer has this e-mail or phone. */
  static contactTaken(contactKind: 'email' | 'phone'): StoreError {
    return new StoreError(
      'contact-taken',
      `Another customer has this ${contactKind}.`,
      contactKind,
    );
  }

  /** Nobody can call there: it never was or is no more. */
  static queueNotOpen(queueId: string): StoreError {
    return new StoreError('queue-not-open', `There is no queue "${queueId}" to call.`);
  }

  /** `why` is one line. */
  static migrationFailed(why: string): StoreError {
    return new StoreError('migration-failed', `The database could not be migrated: ${why}`);
  }

  /** The database is not the one this program was made for: it would half work. */
  static wrongSchema(difference: SchemaDifference): StoreError {
    return new StoreError('wrong-schema', wrongSchemaMessage(difference));
  }

  /** The database user meant for web and bot cannot be used as such. */
  static appRoleRefused(role: string, reason: string): StoreError {
    return new StoreError(
      'app-role-refused',
      `The database user "${role}" cannot be the one of web and bot: ${reason}.`,
    );
  }
}

/** Tells an error of this package, and with `reason` this one refusal, whichever bundle made it. */
export function isStoreError(error: unknown, reason?: StoreErrorReason): error is StoreError {
  if (!isErrorNamed(error, 'StoreError')) return false;
  return reason === undefined || ('reason' in error && error.reason === reason);
}
