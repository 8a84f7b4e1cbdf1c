import { type ApiError, apiErrorSchema } from '@agent/protocol';

type ServerCode = ApiError['error']['code'];

/** Why a request of ours failed. `offline`: no answer; `unreadable`: an answer we do not understand. */
export type RequestErrorCode = ServerCode | 'offline' | 'unreadable';

const plain: Record<'offline' | 'unreadable', string> = {
  offline: 'The server cannot be reached. Check your connection and try again.',
  unreadable: 'The server gave an answer that this page does not understand. Reload the page.',
};

/** A failed request in words that a person can read. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: RequestErrorCode;
  /** What is wrong, by field: of a form, or of what was asked for. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: RequestErrorCode, message: string, fields: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.fields = fields;
  }

  static offline(): RequestError {
    return new RequestError('offline', plain.offline);
  }

  static unreadable(): RequestError {
    return new RequestError('unreadable', plain.unreadable);
  }

  static async fromResponse(response: Response): Promise<RequestError> {
    const body: unknown = await response.json().catch(() => undefined);
    const parsed = apiErrorSchema.safeParse(body);
    if (!parsed.success) {
      return response.status >= 500 ? RequestError.offline() : RequestError.unreadable();
    }
    const { code, message, fields } = parsed.data.error;
    return new RequestError(code, message, fields);
  }

  /** Whether the same request may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return ['offline', 'unavailable', 'internal', 'too-many-requests'].includes(this.code);
  }
}

/** What to show a person for anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof RequestError ? error.message : 'Something went wrong. Try again.';
}
