/** Why a phrase of a card cannot be used. */
export type PhraseFault = 'empty' | 'unknown-group' | 'unbalanced-brackets' | 'misplaced-sign';

/** A phrase that is not of the language that `playbook/README.md` describes. */
export class PlaybookError extends Error {
  override readonly name = 'PlaybookError';
  readonly reason: PhraseFault;

  private constructor(reason: PhraseFault, message: string) {
    super(message);
    this.reason = reason;
  }

  /** No word is left after fillers are taken out. */
  static empty(phrase: string) {
    return new PlaybookError('empty', `The phrase "${phrase}" has no word that matters.`);
  }

  /** `<name>` that the language has no word group for. */
  static unknownGroup(name: string) {
    return new PlaybookError('unknown-group', `There is no word group <${name}>.`);
  }

  /** An opening bracket without its closing one, or the other way round. */
  static unbalancedBrackets(phrase: string) {
    return new PlaybookError(
      'unbalanced-brackets',
      `The phrase "${phrase}" opens and closes its round brackets unequally often.`,
    );
  }

  /** A sign of the language where it means nothing. */
  static misplacedSign(sign: string, phrase: string) {
    return new PlaybookError(
      'misplaced-sign',
      `"${sign}" means nothing where it stands in the phrase "${phrase}".`,
    );
  }
}
