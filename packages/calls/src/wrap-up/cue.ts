/** Whether a sentence has one of the signs that a list names. */
export type Cue = (plain: string) => boolean;

/** Makes one test of the patterns of a list. */
export function cueOf(patterns: readonly string[]): Cue {
  const tests = patterns.map((pattern) => new RegExp(pattern, 'u'));
  return (plain) => tests.some((test) => test.test(plain));
}

/** A sentence as cues read it. Lower case, one kind of apostrophe and space. */
export function plainWords(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ').trim();
}
