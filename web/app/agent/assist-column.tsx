'use client';
import { selectSentimentTrend } from '@agent/calls';
import type { CallView } from '@agent/protocol';
import { AISuggestionPanel, SentimentAlert, SentimentTrend } from '@agent/ui';
import { useMemo } from 'react';
import type { Assist } from '../../client/use-assist.ts';
import type { LiveCall } from '../../client/use-call.ts';
import type { DeskColumns } from '../../client/use-desk-columns.ts';
import { firstName } from './first-name.ts';

/**
 * What to say next and how the customer feels. The keys work while the column can be seen. In a
 * drawer there is no room for the alert; a line above the columns has it.
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
  const { alert } = assist;
  const { segments, assist: told } = live.state;
  const points = useMemo(() => selectSentimentTrend({ segments, assist: told }), [segments, told]);
  return (
    <div className="assist-column">
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
      {view.transcribed ? <SentimentTrend points={points} /> : null}
      <div className="assist-alert" aria-live="polite">
        {alert.alert && !columns.hasDrawer ? (
          <SentimentAlert
            key={alert.alert.seq}
            role="group"
            customerName={firstName(view.customerName)}
            advice={alert.alert.advice}
            score={alert.alert.score}
            onDismiss={alert.dismiss}
          />
        ) : null}
      </div>
    </div>
  );
}
