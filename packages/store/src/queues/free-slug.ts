const MAX_LENGTH = 40;

/**
 * An id of small letters, digits and single hyphens (at most 40 characters) made from a name, and another than
 * those `taken`. A name without any Latin letter or digit gives `otherwise`, with a number behind it.
 */
export function freeSlug(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const slug = slugOf(name, MAX_LENGTH) || otherwise;
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    const end = `-${number}`;
    const next = slugOf(slug, MAX_LENGTH - end.length) + end;
    if (!taken.has(next)) return next;
  }
}

function slugOf(name: string, maxLength: number): string {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const joined = words.match(/[a-z0-9]+/g)?.join('-') ?? '';
  return joined.slice(0, maxLength).replace(/-$/, '');
}
