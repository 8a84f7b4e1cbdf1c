import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';
import type { SessionListLabels } from './session-list-labels.ts';

/** Whether more can be had, and whether it is being fetched. */
export type SessionMoreState = 'none' | 'ready' | 'loading' | 'failed';

/** What stands under the last call of the list. Internal to it. */
export function SessionMore({
  state,
  onMore,
  text,
}: {
  state: SessionMoreState;
  onMore: (() => void) | undefined;
  text: SessionListLabels;
}) {
  if (state === 'none' || !onMore) return null;
  if (state === 'failed') {
    const retry = (
      <Button size="sm" onClick={onMore}>
        {text.retry}
      </Button>
    );
    return (
      <div data-slot="session-list-more">
        <Notice tone="error" title={text.moreFailed} action={retry} />
      </div>
    );
  }
  return (
    <div data-slot="session-list-more">
      <Button pending={state === 'loading'} onClick={onMore}>
        {state === 'loading' ? text.loadingMore : text.more}
      </Button>
    </div>
  );
}
