'use client';
import { selectSentimentTrend } from '@agent/calls';
import { AISuggestionPanel, SentimentTrend } from '@agent/ui';
import type { ShownAssist } from '@agent/ui/live';
import { useMemo } from 'react';
import type { AssistActions } from '#client/desk/use-assist.ts';
import type { DeskColumns } from '#client/desk/use-desk-columns.ts';
import { useMediaQuery } from '#client/preferences/use-media-query.ts';
import type { CallMoment } from './call-moment.ts';
import { UpsetAlert } from './upset-alert.tsx';

/** A screen with room for both cards, the whole chart and the alert, one below the other. */
const ROOMY = '(min-width: 1024px) and (min-height: 1000px)';

/**
 * What to say next and how the customer feels. The keys work while the column can be seen. In a
 * drawer there is no room for the alert; a line above the columns has it. Where there is no room for
 * the chart it is one line above the cards, so that it is always seen.
 */
export function AssistColumn({
  moment: { view, call, nowMs },
  assist,
  lookingOn,
  actions,
  columns,
}: {
  moment: CallMoment;
  assist: ShownAssist;
  lookingOn: boolean;
  actions?: AssistActions | undefined;
  columns: DeskColumns;
}) {
  const { segments } = call;
  const points = useMemo(
    () => selectSentimentTrend({ segments, assist: call.assist }),
    [segments, call.assist],
  );
  const { use, said, edit, dismiss, markWrong } = actions ?? nothingToDo;
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
        onDensityChange={actions?.setDensity ?? nothing}
        helper={assist.helper}
        unavailable={view.transcribed ? assist.unavailable : 'declined'}
        onUse={use}
        onSaid={said}
        onEdit={edit}
        onDismiss={dismiss}
        onWrong={markWrong}
        problem={actions?.problem}
        readOnly={lookingOn}
        active={actions !== undefined && columns.rightSeen}
        nowMs={nowMs}
      />
      {isRoomy ? trend : null}
      <div className="assist-alert" aria-live="polite">
        {columns.hasDrawer ? null : (
          <UpsetAlert
            customerName={view.customerName}
            alert={assist.alert}
            onDismiss={actions?.dismissAlert}
          />
        )}
      </div>
    </div>
  );
}

function nothing(): void {}

/** What looks as it did and cannot be pressed any more. */
const nothingToDo = {
  use: nothing,
  said: nothing,
  edit: nothing,
  dismiss: nothing,
  markWrong: nothing,
};
