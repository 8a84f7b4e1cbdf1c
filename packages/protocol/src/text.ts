import * as z from 'zod';

const hasControlCharacter = /[\p{Cc}\p{Cf}]/u;
const hasControlCharacterButBreaks = /[^\P{Cc}\n\t]/u;

/** Several lines of text as people type it; what Postgres cannot store (NUL, half characters) is refused. */
export function multiLine() {
  return z
    .string()
    .refine(
      (text) => !hasControlCharacterButBreaks.test(text) && text.isWellFormed(),
      'Remove the special characters.',
    );
}

/** What is invisible at the ends of what was pasted: contact books wrap numbers in marks of direction. */
const invisibleEnds = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** One line of text as people type it: trimmed, no control or invisible formatting characters. */
export function singleLine(label: string, maxLength: number) {
  return z
    .string()
    .overwrite((text) => text.replace(invisibleEnds, ''))
    .min(1, `Enter ${label}.`)
    .max(maxLength, `Use at most ${maxLength} characters for ${label}.`)
    .refine(
      (text) => !hasControlCharacter.test(text) && text.isWellFormed(),
      `Remove the special characters from ${label}.`,
    );
}
