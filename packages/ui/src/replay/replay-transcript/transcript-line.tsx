import { MessageSquare } from 'lucide-react';
import { Fragment } from 'react';
import { isoDuration } from '../../format/clock.ts';
import { SentimentMark } from '../../sentiment-mark/sentiment-mark.tsx';
import { linePieces, type ReplayLine } from './replay-line.ts';
import type { ReplayTranscriptLabels } from './replay-transcript-labels.ts';

interface TranscriptLineProps {
  line: ReplayLine;
  /** Whether somebody else talked before. */
  showsSpeaker: boolean;
  isCurrent: boolean;
  /** Whether the tab key stops here. */
  isStop: boolean;
  query: string;
  onFocus: () => void;
  onSeek: (positionMs: number) => void;
  labels: ReplayTranscriptLabels;
}

/** One line; pressed, it leads to its moment. */
export function TranscriptLine(props: TranscriptLineProps) {
  const { line, showsSpeaker, isCurrent, isStop, query, onFocus, onSeek, labels } = props;
  const { kind, speaker, name, startMs, sentiment } = line;
  const isWritten = kind === 'chat' || kind === 'coach';
  return (
    <button
      type="button"
      data-slot="replay-transcript-line"
      data-kind={kind}
      data-speaker={speaker}
      data-state={isCurrent ? 'current' : 'other'}
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={() => onSeek(startMs)}
    >
      <time dateTime={isoDuration(startMs)}>{labels.time(startMs)}</time>
      <span data-slot="replay-transcript-words">
        {sentiment ? (
          <SentimentMark
            label={sentiment.label}
            score={sentiment.score}
            labels={labels.sentiment}
          />
        ) : null}
        {speaker && (showsSpeaker || isWritten) ? (
          <span data-slot="replay-transcript-speaker">
            {name ?? labels.speakers[speaker]}
            {isWritten ? (
              <span data-slot="replay-transcript-kind">
                <MessageSquare aria-hidden="true" />
                {labels[kind]}
              </span>
            ) : null}
          </span>
        ) : null}
        <span data-slot="replay-transcript-text" dir="auto">
          {linePieces(line, query).map(({ text, isHit, heard }, index) => {
            const words = isHit ? <mark>{text}</mark> : text;
            return heard ? (
              <ins key={index} title={labels.heard(heard)}>
                {words}
              </ins>
            ) : (
              <Fragment key={index}>{words}</Fragment>
            );
          })}
        </span>
      </span>
    </button>
  );
}
