export {
  isHelped,
  isRight,
  type JudgedTurn,
  labelledFigures,
  offeredCards,
} from './judge-turns.ts';
export {
  type LabelledPart,
  type LabelledTurn,
  labelledParts,
  labelledTurns,
} from './labelled-turns.ts';
export { turnConversation } from './turn-conversation.ts';
