import 'server-only';
import type { ApiError } from '@agent/protocol';
import { isErrorNamed } from '@agent/store';

type ProblemCode = ApiError['error']['code'];

interface ProblemDetails {
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
}

/** A refusal that its caller may read: the only error that becomes an answer word by word. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemDetails;

  private constructor(
    code: ProblemCode,
    status: number,
    message: string,
    details: ProblemDetails = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }

  static invalidInput(message: string, fields?: Record<string, string>): Problem {
    return new Problem('invalid-input', 400, message, fields ? { fields } : {});
  }

  static notJson(): Problem {
    return new Problem('invalid-input', 415, 'Send the request as JSON (application/json).');
  }

  static methodNotAllowed(): Problem {
    return new Problem('invalid-input', 405, 'This address does not take that method.');
  }

  static addressTooLong(): Problem {
    return new Problem('invalid-input', 414, 'This address is too long.');
  }

  static headersTooLarge(): Problem {
    return new Problem('too-large', 431, 'The headers of this request are too large.');
  }

  static tooLarge(): Problem {
    return new Problem('too-large', 413, 'That is more than this address accepts (64 KiB).');
  }

  static notSignedIn(message = 'Sign in first.'): Problem {
    return new Problem('not-signed-in', 401, message);
  }

  static forbidden(message = 'You may not do this.'): Problem {
    return new Problem('forbidden', 403, message);
  }

  static notFound(message = 'There is no such call.'): Problem {
    return new Problem('not-found', 404, message);
  }

  static conflict(message: string, fields?: Record<string, string>): Problem {
    return new Problem('conflict', 409, message, fields ? { fields } : {});
  }

  static tooManyRequests(message: string, retryAfterSeconds: number): Problem {
    return new Problem('too-many-requests', 429, message, { retryAfterSeconds });
  }

  static unavailable(message = 'The service cannot be reached. Try again in a few seconds.') {
    return new Problem('unavailable', 503, message, { retryAfterSeconds: 2 });
  }

  static internal(): Problem {
    return new Problem('internal', 500, 'Something went wrong on our side. Try again.');
  }
}

/** Tells a refusal of ours, whichever bundle made it. */
export function isProblem(error: unknown): error is Problem {
  return isErrorNamed(error, 'Problem');
}
