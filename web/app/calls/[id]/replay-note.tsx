'use client';
import { Button } from '@agent/ui';
import { Info, TriangleAlert } from 'lucide-react';
import type { SoundNote } from '#client/replay/sound-note.ts';

/** In one line why the call is not heard as a whole. */
export function ReplayNote({ note, onRetry }: { note: SoundNote; onRetry: () => void }) {
  return (
    <div className="replay-note" role="status" data-tone={note.tone}>
      {note.tone === 'warning' ? <TriangleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
      <strong>{note.title}.</strong>
      <span>{note.text}</span>
      {note.mayRetry ? (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}
