import type { Talk } from './is-faithful.ts';

/** What a summary is to be made of. */
export interface SummaryRequest extends Talk {
  signal: AbortSignal;
}

/** Sums a call up. Fails only with a `SuggesterError`: `unfit-answer` for what was not said in it. */
export interface Summariser {
  /** Name of the model. */
  readonly name: string;
  summarise(request: SummaryRequest): Promise<string>;
}
