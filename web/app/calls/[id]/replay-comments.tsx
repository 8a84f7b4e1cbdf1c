'use client';
import {
  Button,
  EmptyState,
  formatClock,
  IconButton,
  Notice,
  RelativeTime,
  Skeleton,
  TextArea,
} from '@agent/ui';
import { type Playback, usePlaybackPosition } from '@agent/ui/replay';
import { StickyNote, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { messageOf } from '#client/http/request-error.ts';
import type { Comments } from '#client/replay/use-comments.ts';

const MAX_LENGTH = 2_000;

/** Remarks about moments of the call, and a field for one about this moment. */
export function ReplayComments({ comments, playback }: { comments: Comments; playback: Playback }) {
  return (
    <div className="replay-comments">
      <CommentList comments={comments} playback={playback} />
      <CommentForm comments={comments} playback={playback} />
    </div>
  );
}

function CommentList({ comments, playback }: { comments: Comments; playback: Playback }) {
  const { list, error, remove } = comments;
  if (!list && error) {
    return (
      <Notice
        tone="error"
        title="The comments could not be loaded"
        action={<Button onClick={comments.retry}>Try again</Button>}
      >
        {messageOf(error)}
      </Notice>
    );
  }
  if (!list) return <Skeleton lines={3} />;
  if (list.length === 0) {
    return (
      <EmptyState
        icon={<StickyNote />}
        title="No comments yet"
        description="Write one about the moment at the playhead. Everybody who may open this call sees it."
      />
    );
  }
  return (
    <>
      {remove.problem ? <Notice tone="error">{remove.problem}</Notice> : null}
      <ol className="comment-list">
        {list.map(({ commentId, atMs, text, authorName, at, mayDelete }) => (
          <li key={commentId}>
            <div className="comment-head">
              <button type="button" className="comment-time" onClick={() => playback.seek(atMs)}>
                {formatClock(atMs)}
              </button>
              <span className="comment-author" dir="auto">
                {authorName}
              </span>
              <RelativeTime at={at} />
              {mayDelete ? (
                <IconButton
                  size="sm"
                  label={`Delete the comment at ${formatClock(atMs)}`}
                  icon={<Trash2 />}
                  disabled={remove.pending}
                  onClick={() => void remove.run(commentId)}
                />
              ) : null}
            </div>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The moment is the one at which somebody began to write, so that it does not run away. */
function CommentForm({ comments, playback }: { comments: Comments; playback: Playback }) {
  const { add } = comments;
  const positionMs = usePlaybackPosition(playback, 1_000);
  const [text, setText] = useState('');
  const [begunAtMs, setBegunAtMs] = useState<number | null>(null);
  const atMs = begunAtMs ?? positionMs;
  const change = (next: string) => {
    setText(next);
    if (next === '') setBegunAtMs(null);
    else setBegunAtMs((before) => before ?? Math.floor(playback.getPositionMs() / 1_000) * 1_000);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await add.run(atMs, text.trim())) change('');
  };
  return (
    <form className="comment-form" onSubmit={(event) => void submit(event)}>
      <TextArea
        label={`Comment at ${formatClock(atMs)}`}
        rows={3}
        maxLength={MAX_LENGTH}
        value={text}
        error={add.problem ?? undefined}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      <Button type="submit" variant="primary" pending={add.pending} disabled={text.trim() === ''}>
        Add comment
      </Button>
    </form>
  );
}
