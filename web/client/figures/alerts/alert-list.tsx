'use client';
import type { FigureAlertAct, FigureAlerts } from '@agent/protocol';
import { Skeleton } from '@agent/ui';
import { useState } from 'react';
import { AlertQuestion, type AskedAct } from './alert-question.tsx';
import { AlertRow } from './alert-row.tsx';
import { ClosedAlerts } from './closed-alerts.tsx';
import { learningWords } from './learning-words.ts';
import './alerts.css';

/** What is out of line, and what somebody does about it. */
export interface AlertListProps {
  /** Null while they are not known. */
  alerts: FigureAlerts | null;
  /** Whether they are so now. */
  isCurrent: boolean;
  /** Who looks. */
  userId: string;
  /** The alerts about which something is under way. */
  pending: ReadonlySet<string>;
  /** What went wrong last. */
  problem: string | null;
  onAct: (id: string, act: FigureAlertAct['act']) => void;
}

/** One line for each figure that is out of line, above all other figures; nothing stands out most of the time. */
export function AlertList({ alerts, isCurrent, userId, pending, problem, onAct }: AlertListProps) {
  const [asked, setAsked] = useState<AskedAct | null>(null);
  if (!alerts) {
    return (
      <section className="figure-alerts" aria-label="Alerts" aria-busy="true">
        <Skeleton />
      </section>
    );
  }
  const { open, closed, learning } = alerts;
  return (
    <section
      className="figure-alerts"
      aria-label="Alerts"
      data-state={isCurrent ? 'current' : 'stale'}
    >
      {!isCurrent && (
        <p role="status" className="figure-alerts-none">
          No news at the moment. These alerts may be out of date.
        </p>
      )}
      {problem && <p role="alert">{problem}</p>}
      {open.length === 0 ? (
        <p className="figure-alerts-none">{learningWords(learning) ?? 'Nothing is out of line.'}</p>
      ) : (
        <ul>
          {open.map((alert) => (
            <AlertRow
              key={alert.id}
              {...{ alert, userId, onAct }}
              isPending={pending.has(alert.id)}
              onAsk={(act) => setAsked({ alert, act })}
            />
          ))}
        </ul>
      )}
      {open.length > 0 && learning.length > 0 && (
        <p className="figure-alerts-none">{learningWords(learning)}</p>
      )}
      <ClosedAlerts alerts={closed} pending={pending} onAct={onAct} />
      <AlertQuestion
        asked={asked}
        onAnswer={(act) => {
          if (act && asked) onAct(asked.alert.id, act);
          setAsked(null);
        }}
      />
    </section>
  );
}
