'use client';
import type { CallView } from '@agent/protocol';
import { AISuggestionPanel, SentimentTrend } from '@agent/ui';
import { useSentimentTrend } from '@agent/ui/live';
import type { Assist } from '../../client/use-assist.ts';
import type { LiveCall } from '../../client/use-call.ts';
import type { DeskColumns } from '../../client/use-desk-columns.ts';
import { useMediaQuery } from '../../client/use-media-query.ts';
import { MoodAlert } from './mood-alert.tsx';

/** A screen with room for both cards, the whole chart and the alert, one below the other. */
const ROOMY = '(min-width: 1024px) and (min-height: 1000px)';

/**
 * What to say next and how the customer feels. The keys work while the column can be seen. In a
 * drawer there is no room for the alert; a line above the columns has it. Where there is no room for
 * the chart it is one line above the cards, so that it is always seen.
 */
export function AssistColumn({
  view,
  live,
  assist,
  columns,
}: {
  view: CallView;
  live: LiveCall;
  assist: Assist;
  columns: DeskColumns;
}) {
  const points = useSentimentTrend(live.feed);
  const isRoomy = useMediaQuery(ROOMY, false);
  const trend = view.transcribed ? (
    <SentimentTrend points={points} variant={isRoomy ? 'chart' : 'strip'} />
  ) : null;
  return (
    <div className="assist-column">
      {isRoomy ? null : trend}
      <AISuggestionPanel
        suggestions={assist.suggestions}
        density={assist.density}
        onDensityChange={assist.setDensity}
        helper={assist.helper}
        unavailable={view.transcribed ? assist.unavailable : 'declined'}
        onUse={assist.use}
        onSaid={assist.said}
        onEdit={assist.edit}
        onDismiss={assist.dismiss}
        onWrong={assist.markWrong}
        problem={assist.problem}
        active={columns.rightSeen}
      />
      {isRoomy ? trend : null}
      <div className="assist-alert" aria-live="polite">
        {columns.hasDrawer ? null : <MoodAlert view={view} assist={assist} />}
      </div>
    </div>
  );
}
