import type { Suggester } from './suggester.ts';
import { SuggesterError } from './suggester-error.ts';

/** Told of each request: how it went (`ok` or the error's reason) and how long it took. */
export type OnSuggested = (outcome: string, seconds: number) => void;

/** Measures every request to a model. */
export function measureSuggester(suggester: Suggester, onDone: OnSuggested): Suggester {
  return {
    name: suggester.name,
    async suggest(request) {
      const beganAt = performance.now();
      const done = (outcome: string) => onDone(outcome, (performance.now() - beganAt) / 1000);
      try {
        const answer = await suggester.suggest(request);
        done('ok');
        return answer;
      } catch (error) {
        done(error instanceof SuggesterError ? error.reason : 'fault');
        throw error;
      }
    },
  };
}
