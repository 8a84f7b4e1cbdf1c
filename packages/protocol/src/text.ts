import * as z from 'zod';

const hasControlCharacter = /[\p{Cc}\p{Cf}]/u;
const hasControlCharacterButBreaks = /[^\P{Cc}\n\t]/u;

/** Spaces around what is pasted are cut off, so a text may be so much longer as it arrives. */
const mostAround = 1_000;

/**
 * Text from outside that may have `maxLength` characters in the end. Its length is looked at before
 * anything else: no pattern and no trimming ever sees a text that is far too long.
 */
export function typedText(maxLength: number, message?: string) {
  const error = message ?? `Use at most ${maxLength} characters.`;
  return z.string().max(maxLength + mostAround, { error, abort: true });
}

/** Several lines of text as people type it; what Postgres cannot store (NUL, half characters) is refused. */
export function multiLine(maxLength: number, message: string) {
  return typedText(maxLength, message).refine(
    (text) => !hasControlCharacterButBreaks.test(text) && text.isWellFormed(),
    'Remove the special characters.',
  );
}

/**
 * What is invisible at the ends of what was pasted: contact books wrap numbers in marks of direction.
 * It looks at each stretch once: the second part begins nowhere but at the first of its characters.
 */
const invisibleEnds = /^[\s\p{Cf}]+|(?<![\s\p{Cf}])[\s\p{Cf}]+$/gu;

/** One line of text as people type it: trimmed, no control or invisible formatting characters. */
export function singleLine(label: string, maxLength: number) {
  const tooLong = `Use at most ${maxLength} characters for ${label}.`;
  return typedText(maxLength, tooLong)
    .overwrite((text) => text.replace(invisibleEnds, ''))
    .min(1, `Enter ${label}.`)
    .max(maxLength, tooLong)
    .refine(
      (text) => !hasControlCharacter.test(text) && text.isWellFormed(),
      `Remove the special characters from ${label}.`,
    );
}
