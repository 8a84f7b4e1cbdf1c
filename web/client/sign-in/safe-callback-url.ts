/** The path to return to after signing in: only one of our own, never another site. */
export function safeCallbackUrl(value: string | null | undefined, fallback: string): string {
  if (!value) return fallback;
  const base = 'http://ours.invalid';
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  const isOurs = url.origin === base && value.startsWith('/') && !value.startsWith('/auth/');
  return isOurs ? `${url.pathname}${url.search}` : fallback;
}
