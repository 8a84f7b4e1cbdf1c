import { RetryNotice } from '../notice/retry-notice.tsx';
import type { CustomerFinderLabels } from './customer-finder-labels.ts';

/** What the search is doing, in words, in a line that is always there. Internal to the finder. */
export function FinderState({
  state,
  typed,
  minLength,
  shown,
  total,
  text,
  onRetry,
}: {
  state: 'idle' | 'loading' | 'ready' | 'error';
  typed: string;
  minLength: number;
  shown: number;
  total: number;
  text: CustomerFinderLabels;
  onRetry: (() => void) | undefined;
}) {
  return (
    <>
      <p data-slot="customer-finder-state" role="status">
        {stateWords({ state, typed, minLength, shown, total, text })}
      </p>
      {state === 'error' ? <RetryNotice text={text} onRetry={onRetry} /> : null}
    </>
  );
}

function stateWords({
  state,
  typed,
  minLength,
  shown,
  total,
  text,
}: Omit<Parameters<typeof FinderState>[0], 'onRetry'>): string {
  switch (state) {
    case 'idle':
      return typed ? text.tooShort(minLength) : '';
    case 'loading':
      return `${text.loading}…`;
    case 'ready':
      return shown === 0 ? text.nobody(typed) : text.found(shown, total);
    case 'error':
      return '';
    default:
      return state satisfies never;
  }
}
