/**
 * What can be spoken in a queue: ISO 639-1 of every language that Whisper knows, English first.
 * Hawaiian has no code of two letters, and Javanese another one in Whisper.
 */
export const spokenLanguages: readonly string[] = (
  'en af am ar as az ba be bg bn bo br bs ca cs cy da de el es et eu fa fi fo fr gl gu ha he hi hr ht hu ' +
  'hy id is it ja ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ' +
  'ro ru sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi yi yo zh'
).split(' ');

/** Tells whether calls can be held, and written down, in a language. */
export function isSpokenLanguage(code: string): boolean {
  return spokenLanguages.includes(code);
}
