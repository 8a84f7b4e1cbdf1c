'use client';
import type { CardChangeRequest, StoredCard } from '@agent/protocol';
import { useState } from 'react';
import { messageOf, RequestError } from '../../http/request-error.ts';
import { changeCard } from './playbook-api.ts';
import { useFreshCard, useKnownCard } from './use-playbook.ts';

/** Sending changes of one card, and what stands in their way. */
export interface CardSaving {
  isPending: boolean;
  problem: string | null;
  /** The card as somebody else has just made it; null while nobody has. */
  conflict: StoredCard | null;
  /** Sends a change; undefined when it was not taken. */
  save(id: string, change: CardChangeRequest): Promise<StoredCard | undefined>;
  forget(): void;
}

/** Sends changes of a card. Where somebody was faster, their card is fetched to be looked at. */
export function useCardSaving(): CardSaving {
  const known = useKnownCard();
  const fresh = useFreshCard();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<StoredCard | null>(null);
  const forget = () => {
    setProblem(null);
    setConflict(null);
  };
  const save = async (id: string, change: CardChangeRequest) => {
    setPending(true);
    forget();
    try {
      const stored = await changeCard(id, change);
      known(stored);
      return stored;
    } catch (error) {
      setProblem(wordsOf(error));
      const isOvertaken = error instanceof RequestError && error.code === 'conflict';
      if (isOvertaken && change.version > 0) {
        setConflict(await fresh(id).catch(() => null));
      }
      return undefined;
    } finally {
      setPending(false);
    }
  };
  return { isPending, problem, conflict, save, forget };
}

/** The page checks as the server does; should the two differ, the server says what is wrong. */
function wordsOf(error: unknown): string {
  const fields = error instanceof RequestError ? Object.entries(error.fields) : [];
  const faults = fields.map(([field, message]) => `${field.replace(/^card\./, '')}: ${message}`);
  return [
    messageOf(error),
    ...(error instanceof RequestError && error.code === 'invalid-input' ? faults : []),
  ].join(' ');
}
