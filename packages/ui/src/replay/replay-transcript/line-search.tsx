import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { IconButton } from '../../icon-button/icon-button.tsx';
import type { ReplayLine } from './replay-line.ts';
import type { ReplayTranscriptLabels } from './replay-transcript-labels.ts';

interface LineSearchProps {
  query: string;
  onQueryChange: (query: string) => void;
  /** Places of the lines that were found. */
  hits: readonly number[];
  lines: readonly ReplayLine[];
  /** Place of the line at the playhead. */
  current: number;
  onSeek: (positionMs: number) => void;
  labels: ReplayTranscriptLabels;
}

/** Longest text that is looked for. */
const MAX_QUERY = 200;

/** Looks for words in the call: Enter goes to the next line with them, with Shift to the one before. */
export function LineSearch(props: LineSearchProps) {
  const { query, onQueryChange, hits, lines, current, onSeek, labels } = props;
  const go = (direction: 1 | -1) => {
    const later = hits.find((hit) => hit > current) ?? hits[0];
    const earlier = hits.findLast((hit) => hit < current) ?? hits.at(-1);
    const line = lines[(direction === 1 ? later : earlier) ?? -1];
    if (line) onSeek(line.startMs);
  };
  const isAsked = query.trim() !== '';
  return (
    <search data-slot="line-search">
      <Search aria-hidden="true" />
      <input
        type="search"
        data-slot="line-search-input"
        aria-label={labels.search}
        placeholder={labels.search}
        maxLength={MAX_QUERY}
        value={query}
        onChange={({ currentTarget }) => onQueryChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            go(event.shiftKey ? -1 : 1);
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            if (query === '') event.currentTarget.blur();
            onQueryChange('');
          }
        }}
      />
      <span data-slot="line-search-found" role="status">
        {isAsked ? labels.found(hits.length, hits.indexOf(current) + 1) : ''}
      </span>
      {isAsked && hits.length > 0 ? (
        <>
          <IconButton
            size="sm"
            label={labels.previousHit}
            icon={<ChevronUp />}
            onClick={() => go(-1)}
          />
          <IconButton
            size="sm"
            label={labels.nextHit}
            icon={<ChevronDown />}
            onClick={() => go(1)}
          />
        </>
      ) : null}
    </search>
  );
}
