import 'server-only';
import type { Conversation, Said } from '@agent/playbook';
import {
  isHelped,
  isRight,
  type JudgedTurn,
  labelledFigures,
  labelledParts,
  labelledTurns,
  offeredCards,
  turnConversation,
} from '@agent/playbook/labelled-turns';
import type { CardTrial, ChangedTurn } from '@agent/protocol';
import type { RecentTalk } from '@agent/store';
import type { TrialPlaybooks } from './trial-playbooks.ts';

/** So many of the turns that change are named; all are counted. */
export const MAX_CHANGED_TURNS = 25;

/** Bots look back no further. */
const MAX_SAID = 60;

/** What a draft changes on the labelled turns of the project, in steps. */
export function* labelledEffects(
  playbooks: TrialPlaybooks,
  nowMs: number,
): Generator<void, NonNullable<CardTrial['labelled']>> {
  const tally = createTally();
  const parts: NonNullable<CardTrial['labelled']>['parts'] = [];
  const changed: NonNullable<CardTrial['labelled']>['changed'] = [];
  for (const part of labelledParts) {
    const judged: { stored: JudgedTurn[]; draft: JudgedTurn[] } = { stored: [], draft: [] };
    for (const turn of labelledTurns(part)) {
      const conversation = turnConversation(turn, nowMs);
      const offered = offeredByBoth(playbooks, conversation);
      const { expect } = turn;
      judged.stored.push({ expect, offered: offered.stored });
      judged.draft.push({ expect, offered: offered.draft });
      const isNamed = tally.count(offered) && part === 'development';
      if (isNamed) changed.push({ ...changedTurn(conversation, offered), expect });
      yield;
    }
    const figures = {
      stored: labelledFigures(judged.stored),
      draft: labelledFigures(judged.draft),
    };
    parts.push({ part, ...figures });
  }
  return { ...tally.counts, parts, changed: worstFirst(changed).slice(0, MAX_CHANGED_TURNS) };
}

/** What a draft changes on what was said in calls, in steps; ends early when `isLate` says so. */
export function* callEffects(
  playbooks: TrialPlaybooks,
  talks: readonly RecentTalk[],
  isLate: () => boolean,
): Generator<void, NonNullable<CardTrial['calls']>> {
  const tally = createTally();
  const changed: NonNullable<CardTrial['calls']>['changed'] = [];
  let calls = 0;
  for (const { callId, lines } of talks) {
    if (isLate()) break;
    for (const [index, line] of lines.entries()) {
      const { startMs } = line;
      const conversation = conversationAt(lines.slice(Math.max(0, index - MAX_SAID), index), line);
      const offered = offeredByBoth(playbooks, conversation);
      const isNamed = tally.count(offered) && changed.length < MAX_CHANGED_TURNS;
      if (isNamed) changed.push({ ...changedTurn(conversation, offered), callId, atMs: startMs });
      yield;
    }
    calls += 1;
  }
  const isCut = calls < talks.length || talks.some((talk) => talk.isCut);
  return { ...tally.counts, calls, isCut, changed };
}

interface Offered {
  stored: string[];
  draft: string[];
}

function offeredByBoth({ stored, draft }: TrialPlaybooks, conversation: Conversation): Offered {
  const before = offeredCards(stored, conversation);
  return { stored: before, draft: stored === draft ? before : offeredCards(draft, conversation) };
}

/** Counts turns; `count` tells whether other cards come up at this one. */
function createTally() {
  const counts = { turns: 0, gained: 0, lost: 0 };
  return {
    counts,
    count({ stored, draft }: Offered): boolean {
      const gained = draft.some((id) => !stored.includes(id));
      const lost = stored.some((id) => !draft.includes(id));
      counts.turns += 1;
      counts.gained += Number(gained);
      counts.lost += Number(lost);
      return gained || lost;
    },
  };
}

function changedTurn({ said }: Conversation, { stored, draft }: Offered): ChangedTurn {
  const { speaker, text } = said.at(-1) as Said;
  const before = said.findLast((line) => line.speaker !== speaker);
  return {
    before: before ? { speaker: before.speaker, text: before.text } : null,
    ...{ speaker, text, stored, draft },
  };
}

/** What the log of a call tells: nothing of the customer's record, which has changed since. */
function conversationAt(before: readonly Said[], last: Said): Conversation {
  const [first = last, ...rest] = [...before, last];
  return {
    said: [first, ...rest],
    customerName: null,
    isVerified: false,
    record: undefined,
    orderNumber: undefined,
    namedOrders: [],
  };
}

/** Turns at which the draft is wrong come first: they are why it should perhaps not be saved. */
function worstFirst<T extends { draft: string[]; expect: string[] }>(turns: readonly T[]): T[] {
  const isWrong = ({ draft: offered, expect }: T) =>
    expect.length > 0
      ? !isHelped({ offered, expect }) || !isRight({ offered, expect })
      : offered.length > 0;
  return turns.toSorted((one, other) => Number(isWrong(other)) - Number(isWrong(one)));
}
