/**
 * Whether a model shows text of a language before it is final: without a model nobody does, and one whose name ends in
 * `.en` knows English alone.
 */
export function writesInterims(model: string, language: string | undefined): boolean {
  if (model === '') return false;
  return !model.endsWith('.en') || language === undefined || language === 'en';
}
