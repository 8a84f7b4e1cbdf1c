/** The models that this server answers for. */
export interface ModelCatalogue {
  /** Every name that a request may use, aliases included. */
  readonly names: readonly string[];
  /** The model behind a name, or undefined when there is none. */
  resolve(name: string): string | undefined;
  isEnglishOnly(model: string): boolean;
  /** What each tier loads at the start; anything else is loaded when it is first asked for. */
  readonly warm: { readonly interim: readonly string[]; readonly final: readonly string[] };
}

/** Hosted clients ask for this one unless told otherwise. */
const HOSTED_NAME = 'whisper-1';
const FINAL_MODEL = 'base';
const INTERIM_MODEL = 'tiny.en';

/** Describes the models found: `base` writes the finals, `tiny.en` the interims, where present. */
export function createModelCatalogue(models: readonly string[]): ModelCatalogue {
  const choose = (wanted: string) => models.find((name) => name === wanted) ?? models[0];
  const finalModel = choose(FINAL_MODEL);
  const interimModel = choose(INTERIM_MODEL);
  if (finalModel === undefined || interimModel === undefined) {
    throw new RangeError('A catalogue needs at least one model.');
  }
  return {
    names: [...models, HOSTED_NAME],
    resolve: (name) => (name === HOSTED_NAME ? finalModel : models.find((model) => model === name)),
    isEnglishOnly: (model) => model.endsWith('.en'),
    warm: { interim: [interimModel], final: [finalModel] },
  };
}
