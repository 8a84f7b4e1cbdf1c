/** Whisper's languages in the order of their tokens, which follow start-of-transcript. */
export const LANGUAGES = (
  'en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr ' +
  'bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn ' +
  'yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su'
).split(' ');

/** True for a code that Whisper knows ("en", "de", …). */
export function isLanguage(code: string): boolean {
  return LANGUAGES.includes(code);
}

/** The English name in lower case, which is what the hosted API answers: "en" → "english". */
export function languageName(code: string): string {
  if (code === 'jw') return 'javanese';
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(code)?.toLowerCase() ?? code;
}
