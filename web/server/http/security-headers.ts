/** What a page may use of the computer: the microphone, or nothing at all. */
export function permissionsPolicy({ microphone }: { microphone: boolean }): string {
  return `microphone=(${microphone ? 'self' : ''}), camera=(), geolocation=(), display-capture=()`;
}

/** Headers of every answer, pages and API alike. */
export const securityHeaders = {
  'Permissions-Policy': permissionsPolicy({ microphone: true }),
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

/** The content security policy of whatever is no page: nothing in it may run, load or be framed. */
export const plainPolicy = "default-src 'none'; frame-ancestors 'none'";

export interface ContentPolicyOptions {
  nonce: string;
  /** LiveKit as browsers reach it. */
  liveKitUrl: string;
  /** React needs `eval` in development. */
  isDevelopment: boolean;
}

/**
 * The content security policy of a page. Styles are free because components set them on elements;
 * scripts run only with the nonce of this very answer. `blob:` is for LiveKit's worker and media.
 */
export function contentSecurityPolicy(options: ContentPolicyOptions): string {
  const evaluation = options.isDevelopment ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${options.nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' ${liveKitSources(options.liveKitUrl).join(' ')}`,
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A LiveKit client opens a web socket, and asks over HTTP why one was refused. */
function liveKitSources(url: string): string[] {
  const { host, protocol } = new URL(url);
  const isSecure = protocol === 'wss:' || protocol === 'https:';
  return isSecure ? [`wss://${host}`, `https://${host}`] : [`ws://${host}`, `http://${host}`];
}
