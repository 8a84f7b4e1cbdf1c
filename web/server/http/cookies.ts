import 'server-only';

/** One cookie of a request. */
export function readCookie(headers: Pick<Headers, 'get'>, name: string): string | undefined {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() === name) return value.join('=').trim();
  }
  return undefined;
}

export interface CookieOptions {
  maxAgeSeconds: number;
  /** Only over https. */
  secure: boolean;
}

/** A `Set-Cookie` value that scripts cannot read and other sites cannot use to change something. */
export function cookie(name: string, value: string, options: CookieOptions): string {
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${options.maxAgeSeconds}`;
  return `${name}=${value}; ${attributes}${options.secure ? '; Secure' : ''}`;
}

/** A `Set-Cookie` value that ends after a time, which browsers count, and not at a date. */
export function countedCookie(setCookie: string, maxAgeSeconds: number): string {
  return setCookie.replace(/; Expires=[^;]*/i, `; Max-Age=${maxAgeSeconds}`);
}
