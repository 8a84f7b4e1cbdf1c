'use client';
import type { FigureAlertAct } from '@agent/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../http/request-error.ts';
import { AlertList } from './alert-list.tsx';
import { actOnFigureAlert, readFigureAlerts } from './alerts-api.ts';

/** Figures are judged every five minutes; who sees to an alert is known to others as soon. */
const POLL_MS = 5_000;

/** The alerts of what somebody looks after, as they come and go. */
export function AlertsPanel({ userId }: { userId: string }) {
  const { data, isError, isPaused, refetch } = useQuery({
    queryKey: ['figure-alerts'],
    queryFn: ({ signal }) => readFigureAlerts(signal),
    refetchInterval: POLL_MS,
  });
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const act = (id: string, what: FigureAlertAct['act']) => {
    setProblem(null);
    setPending((before) => new Set(before).add(id));
    actOnFigureAlert(id, what)
      .catch((error: unknown) => setProblem(messageOf(error)))
      .then(() => refetch())
      .finally(() => setPending((before) => new Set([...before].filter((one) => one !== id))));
  };
  return (
    <AlertList
      alerts={data ?? null}
      isCurrent={!isError && !isPaused}
      {...{ userId, pending, problem }}
      onAct={act}
    />
  );
}
