import type { Stretch } from './observed-side.ts';

/**
 * Where any of `secrets` occurs in what a side has received, sent or shown, tokens opened: an empty list
 * is what a listener leaves behind.
 */
export function traces(stretches: readonly Stretch[], secrets: readonly string[]): string[] {
  if (secrets.length === 0 || secrets.some((secret) => secret.length < 3)) {
    throw new Error('There is nothing to look for.');
  }
  return stretches.flatMap(({ name, passed, noticed }) => {
    const found = (where: string, text: string) =>
      secrets
        .filter((secret) => opened(text).includes(secret.toLowerCase()))
        .map((secret) => `${name}, ${where}: ${secret}`);
    return [
      ...passed
        .filter(isOfThisCall)
        .flatMap(({ kind, bytes }) => [
          ...found(kind, bytes.toString('utf8')),
          ...found(kind, kind),
        ]),
      ...Object.keys(noticed.dom).flatMap((text) => found('document', text)),
      ...Object.keys(noticed.roomEvents).flatMap((event) => found('room event', event)),
      ...found('room', JSON.stringify(noticed.room)),
    ];
  });
}

/** Scripts are the same for everybody, and know the words. */
function isOfThisCall({ kind }: Stretch['passed'][number]): boolean {
  return !kind.startsWith('answer: GET /_next/static/');
}

/** The text, and what the tokens in it hold. */
function opened(text: string): string {
  const tokens = text.match(/eyJ[\w-]+\.eyJ[\w-]+/gu) ?? [];
  const held = tokens.map((token) => Buffer.from(token.split('.')[1] ?? '', 'base64url'));
  return [text, ...held.map((bytes) => bytes.toString('utf8'))].join('\n').toLowerCase();
}
