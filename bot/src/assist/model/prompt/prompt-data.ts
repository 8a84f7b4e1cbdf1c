import type { OfferedSuggestion } from '@agent/calls';
import type { CardMatch, Said } from '@agent/playbook';
import { sentimentLabel } from '@agent/protocol';
import type { SuggestRequest } from '../suggester.ts';
import { customerForModel } from './customer-for-model.ts';
import { plainText } from './plain-text.ts';

/** So many segments, about a dozen turns, are enough to answer the last. */
const MAX_SAID = 16;
const MAX_CARDS = 3;
const MAX_OFFERED = 6;
const MAX_SAID_LENGTH = 500;
const MAX_CARD_LENGTH = 600;

/** All that a model is told of a call, as data. */
export type PromptData = ReturnType<typeof promptData>;

/** Gathers what a model needs for one suggestion, and no more. */
export function promptData({
  conversation,
  matches,
  offered,
}: Pick<SuggestRequest, 'conversation' | 'matches' | 'offered'>) {
  return {
    customer: customerForModel(conversation),
    orderInQuestion: conversation.orderNumber ?? null,
    playbook: matches.slice(0, MAX_CARDS).map(cardForModel),
    offered: offered.slice(-MAX_OFFERED).map(offeredForModel),
    conversation: conversation.said.slice(-MAX_SAID).map(saidForModel),
  };
}

function saidForModel({ speaker, text, sentiment }: Said) {
  const said = plainText(text, MAX_SAID_LENGTH);
  return {
    who: speaker,
    said,
    ...(sentiment === null ? {} : { sounds: sentimentLabel(sentiment) }),
  };
}

function cardForModel({ card, suggestion }: CardMatch) {
  return {
    title: plainText(card.title, MAX_CARD_LENGTH),
    kind: card.kind,
    suggestion: plainText(suggestion, MAX_CARD_LENGTH),
    reasoning: plainText(card.reasoning, MAX_CARD_LENGTH),
    action: card.action,
  };
}

function offeredForModel({ suggestion, action, fate }: OfferedSuggestion) {
  return { suggestion: plainText(suggestion, MAX_CARD_LENGTH), action, outcome: fate.state };
}
