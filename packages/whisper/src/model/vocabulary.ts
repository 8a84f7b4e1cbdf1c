import { LANGUAGES } from './languages.ts';

/** Token numbers of one Whisper model; all that are not text lie from `endOfText` upwards. */
export interface SpecialTokens {
  readonly endOfText: number;
  readonly startOfTranscript: number;
  readonly transcribe: number;
  readonly previousText: number;
  readonly noSpeech: number;
  readonly noTimestamps: number;
}

/** Which tokens may not come out: at any step, and as the first one. */
export interface SuppressLists {
  readonly suppress: readonly number[];
  readonly begin: readonly number[];
}

/** The words of a model: bytes per token, special tokens, suppressed tokens. */
export interface Vocabulary {
  readonly multilingual: boolean;
  readonly special: SpecialTokens;
  readonly lists: SuppressLists;
  /** Bytes of each text token, indexed by its number, which is also its merge rank. */
  readonly bytes: readonly Uint8Array[];
}

/** English-only models have one text token less than the multilingual ones. */
const MULTILINGUAL_TEXT_TOKENS = 50_257;

/** Reads the token table ("base64 number" a line) and derives the special tokens from its length. */
export function parseVocabulary(table: string, lists: SuppressLists): Vocabulary {
  const bytes: Uint8Array[] = [];
  for (const line of table.split('\n')) {
    const [base64, number] = line.split(' ');
    if (base64 !== undefined && number !== undefined) {
      bytes[Number(number)] = Buffer.from(base64, 'base64');
    }
  }
  const endOfText = bytes.length;
  const startOfTranscript = endOfText + 1;
  return {
    multilingual: endOfText === MULTILINGUAL_TEXT_TOKENS,
    special: {
      endOfText,
      startOfTranscript,
      transcribe: startOfTranscript + 101,
      previousText: startOfTranscript + 103,
      noSpeech: startOfTranscript + 104,
      noTimestamps: startOfTranscript + 105,
    },
    lists,
    bytes,
  };
}

/** The token that tells a multilingual model the language. */
export function languageToken(vocabulary: Vocabulary, language: string): number {
  return vocabulary.special.startOfTranscript + 1 + LANGUAGES.indexOf(language);
}
