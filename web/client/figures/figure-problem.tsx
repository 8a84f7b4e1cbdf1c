'use client';
import { Button, Notice } from '@agent/ui';
import { messageOf, RequestError } from '../http/request-error.ts';
import type { FiguresState } from './use-figures.ts';

/** Why figures are not there, or not new, and the way out; nothing while they are. */
export function FigureProblem({
  state,
}: {
  state: Pick<FiguresState, 'status' | 'problem' | 'retry'>;
}) {
  const { status, problem, retry } = state;
  if (problem instanceof RequestError && problem.code === 'not-signed-in') {
    return (
      <Notice
        tone="warning"
        title="You have been signed out"
        action={
          <Button size="sm" variant="primary" onClick={() => window.location.reload()}>
            Sign in
          </Button>
        }
      >
        Sign in again to go on where you are.
      </Notice>
    );
  }
  switch (status) {
    case 'loading':
    case 'ready':
    case 'updating':
      return null;
    case 'paused':
      return (
        <Notice tone="warning" title="You are offline">
          The figures come again by themselves as soon as there is a connection.
        </Notice>
      );
    case 'stale':
      return (
        <Notice tone="warning" title="These figures are not new" action={<Retry onRetry={retry} />}>
          {messageOf(problem)} They are fetched again by themselves.
        </Notice>
      );
    case 'failed':
      return (
        <Notice
          tone="error"
          title="The figures could not be fetched"
          action={<Retry onRetry={retry} />}
        >
          {messageOf(problem)}
        </Notice>
      );
    default:
      return status satisfies never;
  }
}

function Retry({ onRetry }: { onRetry: () => void }) {
  return (
    <Button size="sm" onClick={onRetry}>
      Try again
    </Button>
  );
}
