import { language } from '../language.ts';
import { stemOf } from '../words/stem.ts';

const kinds = new Map<string, string[]>();
for (const [kind, words] of Object.entries(language.wordsByKind)) {
  for (const stem of new Set(words.split(/\s+/).map(stemOf))) {
    kinds.set(stem, [...(kinds.get(stem) ?? []), `<${kind}>`]);
  }
}

/** The kinds of a stem, the foremost first; most stems are of none. */
export function kindsOf(stem: string): readonly string[] {
  return kinds.get(stem) ?? [];
}
