import { createLog } from '@agent/process/log';
import {
  type NewCallEvent,
  type Settings,
  type Speaker,
  type SuggestionSource,
  settingPresets,
} from '@agent/protocol';
import type { CustomerDirectory } from '@agent/store';
import { createFakeDirectory } from '@agent/testing/fake-directory';
import { aQueueId } from '@agent/testing/ids';
import { vi } from 'vitest';
import { scoreSentiment } from '../../sentiment/score-sentiment.ts';
import { createSentimentAlerts } from '../../sentiment/sentiment-alerts.ts';
import { type DraftMessage, startAssist } from '../assist.ts';
import { guardSuggester } from '../model/guarded-suggester.ts';
import type { SuggestionChange } from '../panel/suggestion-changes.ts';
import { createFakeLog, type FakeLog, final } from './call-log.ts';
import { type FakeCard, fakePlaybook } from './fake-playbook.ts';
import type { FakeSuggester } from './fake-suggester.ts';

export interface AssistedCallOptions {
  cards?: readonly FakeCard[];
  model?: FakeSuggester;
  /** A call that another bot has served until now. */
  log?: FakeLog;
  /** Whose orders the directory knows. */
  owners?: Record<string, string>;
  /** How it finds a record. Default: it knows nobody. */
  find?: CustomerDirectory['find'];
  /** How long after the end of words they are text. Default 0. */
  recognitionMs?: number;
  /** How far the clock is behind the timers, now. */
  clockLagMs?: () => number;
}

/** A signs of a foreign event reach a bot after that long. */
const SIGN_MS = 50;

/** A call with its help for the agent, on fake timers. */
export function assistedCall(options: AssistedCallOptions = {}) {
  const { cards = [], model, log = createFakeLog(), owners = {} } = options;
  const drafts: DraftMessage[] = [];
  const fates: SuggestionChange[] = [];
  const failures: number[] = [];
  const logged: string[] = [];
  const directory = createFakeDirectory({ owners });
  if (options.find) directory.find = options.find;
  const { recognitionMs = 0 } = options;
  const lagMs = options.clockLagMs ?? (() => 0);
  const settings = fakeSettings();
  const clock = () => Date.now() - log.answeredAtMs - lagMs();

  async function append(event: NewCallEvent) {
    const stored = await log.append(event).catch(() => undefined);
    if (stored) assist.receive(stored);
  }
  const assist = startAssist({
    callId: log.callId,
    queueId: aQueueId(),
    clock,
    append,
    sayToAgent: (message) => drafts.push(message),
    services: {
      playbook: () => fakePlaybook(cards),
      suggester: model && guardSuggester(model),
      directory,
      scoreSentiment,
      alerts: createSentimentAlerts(settings.current),
      settings,
      readLog: (_callId, afterSeq) => log.read(afterSeq),
    },
    watcher: {
      onMatched: () => undefined,
      onFate: (change) => fates.push(change),
      onFailure: () => failures.push(clock()),
    },
    logger: createLog({
      part: 'bot',
      level: 'info',
      destination: { write: (line) => logged.push(line) },
    }),
  });

  return {
    assist,
    log,
    drafts,
    fates,
    failures,
    logged,
    clock,
    /** An admin changes settings. */
    set: settings.set,
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    /** The bot's own pipeline stores a final; then some time passes. */
    async says(speaker: Speaker, text: string, thenMs = 200) {
      const event = final(speaker, text, clock() - recognitionMs);
      void append(event);
      await vi.advanceTimersByTimeAsync(thenMs);
      return event.eventId;
    },
    /** The web app stores an event. */
    async web(event: NewCallEvent) {
      await Promise.all([log.append(event), vi.advanceTimersByTimeAsync(SIGN_MS)]);
      assist.note(log.events.length);
      await vi.advanceTimersByTimeAsync(SIGN_MS);
    },
    offered: (kind?: SuggestionSource['kind']) =>
      log
        .dataOf('suggestion.offered')
        .filter(({ source }) => kind === undefined || source.kind === kind),
    expired: () =>
      log.dataOf('suggestion.expired').map(({ suggestionId, reason }) => {
        const offer = log
          .dataOf('suggestion.offered')
          .find((offered) => offered.suggestionId === suggestionId);
        return `${offer?.source.cardId ?? offer?.source.kind} ${reason}`;
      }),
  };
}

/** Settings that a test changes. */
function fakeSettings() {
  const listeners = new Set<() => void>();
  let settings = settingPresets;
  return {
    current: () => settings,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(changes: Partial<Settings>) {
      settings = { ...settings, ...changes };
      for (const listener of listeners) listener();
    },
  };
}
