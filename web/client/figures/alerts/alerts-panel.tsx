'use client';
import { type FigureAlertAct, figureAlertsSchema } from '@agent/protocol';
import { useState } from 'react';
import { messageOf } from '../../http/request-error.ts';
import { useEventStream } from '../../http/use-event-stream.ts';
import { AlertList } from './alert-list.tsx';
import { ALERTS_STREAM, actOnFigureAlert } from './alerts-api.ts';

/** The alerts of what somebody looks after, as they come and go. */
export function AlertsPanel({ userId }: { userId: string }) {
  const { data, connection } = useEventStream(ALERTS_STREAM, figureAlertsSchema);
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const act = (id: string, what: FigureAlertAct['act']) => {
    setProblem(null);
    setPending((before) => new Set(before).add(id));
    actOnFigureAlert(id, what)
      .catch((error: unknown) => setProblem(messageOf(error)))
      .finally(() => setPending((before) => new Set([...before].filter((one) => one !== id))));
  };
  return (
    <AlertList
      alerts={data}
      isCurrent={connection === 'open'}
      {...{ userId, pending, problem }}
      onAct={act}
    />
  );
}
