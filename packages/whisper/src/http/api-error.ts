import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer in OpenAI's error shape: `{ error: { message, type, param, code } }`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly param: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: {
    status: ContentfulStatusCode;
    code: string;
    message: string;
    param?: string;
    headers?: Readonly<Record<string, string>>;
  }) {
    super(options.message);
    this.status = options.status;
    this.code = options.code;
    this.param = options.param ?? null;
    this.headers = options.headers ?? {};
  }

  /** A field or header of the request that cannot be used. */
  static invalid(param: string, code: string, message: string): ApiError {
    return new ApiError({ status: 400, code, message, param });
  }

  /** The body that goes with the status. */
  toBody(): { error: { message: string; type: string; param: string | null; code: string } } {
    const { message, param, code } = this;
    return { error: { message, type: typeOf(this.status), param, code } };
  }
}

function typeOf(status: number): string {
  if (status === 401) return 'authentication_error';
  if (status === 429) return 'rate_limit_error';
  return status < 500 ? 'invalid_request_error' : 'server_error';
}
