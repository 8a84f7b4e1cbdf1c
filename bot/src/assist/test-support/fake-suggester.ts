import {
  createFakeSuggester as createFake,
  type FakeSuggester as Fake,
  type FakeSuggesterOptions,
} from '@agent/testing/fake-suggester';
import type { SuggestRequest } from '../model/suggester.ts';
import { SuggesterError } from '../model/suggester-error.ts';

export type FakeSuggester = Fake<SuggestRequest>;

/** The fake model of `@agent/testing`, with the errors that a `Suggester` of the bot throws. */
export function createFakeSuggester(options: Partial<FakeSuggesterOptions> = {}): FakeSuggester {
  const timeoutError = () => SuggesterError.timeout();
  return createFake({ timeoutError, abortError: SuggesterError.aborted, ...options });
}
