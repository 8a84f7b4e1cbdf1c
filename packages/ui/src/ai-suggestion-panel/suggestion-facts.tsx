import {
  BookOpen,
  CircleHelp,
  Compass,
  Ellipsis,
  Fingerprint,
  Gift,
  HandCoins,
  HeartHandshake,
  Info,
  Lightbulb,
  PhoneOff,
  ShieldAlert,
  SignalHigh,
  SignalLow,
  SignalMedium,
  Sparkles,
  UsersRound,
} from 'lucide-react';
import { confidenceLevel, type SuggestionCardLabels } from './ai-suggestion-panel-labels.ts';
import type { SuggestionAction, SuggestionItem } from './suggestion-item.ts';

/** What the suggestion asks for, as icon and word. Internal to the card. */
export function ActionFact({ item, text }: { item: SuggestionItem; text: SuggestionCardLabels }) {
  const { action } = item;
  const Icon = action === null ? Ellipsis : actionIcons[action];
  return (
    <span data-slot="suggestion-card-action" data-action={action ?? 'unknown'}>
      <Icon aria-hidden="true" />
      <span>{action === null ? text.writing : text.actions[action]}</span>
      {item.important ? (
        <strong data-slot="suggestion-card-important">{text.important}</strong>
      ) : null}
    </span>
  );
}

/** How sure it is and where it comes from. Internal to the card. */
export function OriginFact({ item, text }: { item: SuggestionItem; text: SuggestionCardLabels }) {
  const { confidence, source } = item;
  const level = confidence === null ? null : confidenceLevel(confidence);
  const Confidence = level && confidenceIcons[level];
  const Source = sourceIcons[source.kind];
  const origin = text.source(source);
  return (
    <p data-slot="suggestion-card-origin">
      {Confidence && confidence !== null ? (
        <span data-slot="suggestion-card-confidence" data-state={level}>
          <Confidence aria-hidden="true" />
          {text.confidence(confidence)}
        </span>
      ) : null}
      <span data-slot="suggestion-card-source" data-kind={source.kind} title={origin}>
        <Source aria-hidden="true" />
        <span dir="auto">{origin}</span>
      </span>
    </p>
  );
}

const actionIcons: Record<SuggestionAction, typeof Info> = {
  ask_question: CircleHelp,
  offer_solution: Lightbulb,
  offer_refund: HandCoins,
  offer_retention: Gift,
  explain: Info,
  empathise: HeartHandshake,
  verify_identity: Fingerprint,
  protect_data: ShieldAlert,
  escalate: UsersRound,
  close_call: PhoneOff,
};

const confidenceIcons = { high: SignalHigh, medium: SignalMedium, low: SignalLow };
const sourceIcons = { playbook: BookOpen, model: Sparkles, generic: Compass };
