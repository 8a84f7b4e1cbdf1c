import { type CallState, type FinalSegment, isBackchannel, isTalking } from '@agent/calls';
import type { CardMatch, Conversation, Playbook } from '@agent/playbook';
import type { CallId, Settings } from '@agent/protocol';
import type { SerialQueue } from '../async/serial-queue.ts';
import type { CallClock } from '../audio/audio-frame.ts';
import { isAnswered } from './answered.ts';
import type { AssistEvents } from './assist-events.ts';
import type { ModelAsker } from './model/model-asker.ts';
import type { ModelSuggestion } from './model/suggester.ts';
import { chooseCards } from './panel/choose-cards.ts';
import { alreadySaid, movedOn, timedOut } from './panel/expiry.ts';
import { fallBack, type NoAnswer } from './panel/fall-back.ts';
import { makeRoom } from './panel/make-room.ts';
import { decideOnModelCard } from './panel/model-card.ts';
import { type Answered, fromModel, suggestionId } from './panel/new-suggestion.ts';
import type { OfferMoment } from './panel/offer-rules.ts';
import type { Scoring } from './scoring.ts';

/** What admins set of it. */
export type ResponderSettings = Pick<
  Settings,
  'cardSeconds' | 'cardConfidence' | 'cardRestSeconds'
>;

export interface ResponderOptions {
  callId: CallId;
  clock: CallClock;
  /** The call as the log has it now; read again after anything was waited for. */
  state: () => CallState;
  playbook: () => Pick<Playbook, 'isDone'>;
  /** As they are now. */
  settings: () => ResponderSettings;
  match: (conversation: Conversation) => readonly CardMatch[];
  /** Undefined without a model. */
  model: { name: string; asker: ModelAsker } | undefined;
  events: Pick<AssistEvents, 'decided'>;
  scoring: Pick<Scoring, 'byModel'>;
  queue: Pick<SerialQueue, 'add'>;
  onModelFailure: (error: unknown) => void;
}

/** Decides what the agent is shown. Each of its decisions sees what the one before has stored. */
export interface Responder {
  /** After a final segment of anybody: `conversation` ends with it. */
  respond(segment: FinalSegment, conversation: Conversation): Promise<void>;
  /** Takes away what is too old. */
  expireOld(): Promise<void>;
}

/** A customer's segment, and what of the playbook fits it. */
interface TurnToAnswer {
  segment: FinalSegment;
  conversation: Conversation;
  matches: readonly CardMatch[];
}

/** Creates the responder of one call. */
export function createResponder(options: ResponderOptions): Responder {
  const { callId, clock, state, playbook, settings } = options;
  const { match, model, events, scoring, queue } = options;
  const answeredBy = ({ id: segmentId }: FinalSegment): Answered => ({ callId, segmentId });
  const moment = (): OfferMoment => ({
    atMs: clock(),
    restMs: settings().cardRestSeconds * 1_000,
  });

  async function respond(segment: FinalSegment, conversation: Conversation) {
    const now = state();
    if (!isTalking(now)) return;
    const matches = match(conversation);
    const done = segment.speaker !== 'customer' ? alreadySaid(now, segment, playbook()) : [];
    const expire = [...done, ...movedOn(now, segment, matches)];
    const offer = chooseCards(now, answeredBy(segment), matches, moment());
    await events.decided(makeRoom(now, expire, offer));
    if (segment.speaker === 'customer') await goOn({ segment, conversation, matches });
  }

  /** The model has its turn; without one, nothing more may come. */
  async function goOn(turn: TurnToAnswer) {
    const now = state();
    const { id, text } = turn.segment;
    if (now.assist.density !== 'all' || isBackchannel(text) || isAnswered(now, id)) return;
    if (model) askModel(turn, model);
    else await offerGeneric(turn, 'none');
  }

  function askModel(turn: TurnToAnswer, { name, asker }: NonNullable<typeof model>) {
    const answered = answeredBy(turn.segment);
    const id = suggestionId(answered, 'model');
    const whenCurrent = (task: () => Promise<void>) =>
      queue.add(async () => {
        if (asker.isCurrent(id)) await task();
      });
    asker.ask({
      suggestionId: id,
      segmentId: turn.segment.id,
      conversation: turn.conversation,
      matches: turn.matches,
      offered: state().assist.suggestions,
      onAnswer(answer) {
        scoring.byModel(turn.segment, answer.sentiment);
        whenCurrent(() => showAnswer(turn, answer, { name, asker }));
      },
      onFailure(error) {
        options.onModelFailure(error);
        whenCurrent(() => offerGeneric(turn, 'failed'));
      },
    });
  }

  async function showAnswer(
    turn: TurnToAnswer,
    answer: ModelSuggestion,
    { name, asker }: NonNullable<typeof model>,
  ) {
    if (answer.confidence < settings().cardConfidence) {
      asker.cancel();
      return offerGeneric(turn, 'failed');
    }
    const candidate = fromModel(answeredBy(turn.segment), name, answer);
    const decision = decideOnModelCard(state(), candidate, turn.matches, moment());
    if (decision) await events.decided(decision);
    else asker.cancel();
  }

  async function offerGeneric({ segment, matches }: TurnToAnswer, noAnswer: NoAnswer) {
    if (matches.length > 0) return;
    const now = state();
    const answered = answeredBy(segment);
    const generic = fallBack(now, segment, { answered, noAnswer, now: moment() });
    if (generic) await events.decided(makeRoom(now, [], [generic]));
  }

  return {
    respond,
    async expireOld() {
      const now = state();
      if (!isTalking(now)) return;
      const oldestMs = settings().cardSeconds * 1_000;
      await events.decided({ expire: timedOut(now, { atMs: clock(), oldestMs }), offer: [] });
    },
  };
}
