'use client';
import { selectSentimentTrend } from '@agent/calls';
import type { CallView } from '@agent/protocol';
import {
  AISuggestionPanel,
  SentimentAlert,
  SentimentTrend,
  type SuggestionsUnavailable,
} from '@agent/ui';
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
  const { density, settle, alert } = assist;
  const { segments, assist: told } = live.state;
  const points = useMemo(() => selectSentimentTrend({ segments, assist: told }), [segments, told]);
  return (
    <div className="assist-column">
      <AISuggestionPanel
        suggestions={assist.items}
        density={density.value}
        onDensityChange={(next) => void density.change.run(next)}
        helper={told.model}
        unavailable={unavailable(view, live)}
        onUse={assist.use}
        onSaid={(id) => settle(id, { outcome: 'accepted', how: 'said' })}
        onEdit={assist.use}
        onDismiss={(id) => settle(id, { outcome: 'dismissed' })}
        onWrong={(id) => settle(id, { outcome: 'marked-wrong' })}
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

function unavailable(view: CallView, { state }: LiveCall): SuggestionsUnavailable | null {
  if (!view.transcribed) return 'declined';
  return state.transcription.status === 'off' ? 'transcription-off' : null;
}
