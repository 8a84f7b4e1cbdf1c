import {
  Banknote,
  BookOpen,
  CircleHelp,
  Compass,
  Gift,
  Heart,
  Info,
  Lightbulb,
  Pencil,
  PhoneOff,
  ShieldAlert,
  Sparkle,
  UserCheck,
  Users,
} from 'lucide-react';
import { type PartClassNames, part } from '../react/part.ts';
import { confidenceLevel, type SuggestionCardLabels } from './ai-suggestion-panel-labels.ts';
import type { SuggestionAction, SuggestionItem } from './suggestion-item.ts';

/** What the suggestion asks for, as icon and word. Internal to the card. */
export function ActionFact({ item, text }: { item: SuggestionItem; text: SuggestionCardLabels }) {
  const { action } = item;
  const Icon = action === null ? Pencil : actionIcons[action];
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
export function OriginFact({
  item,
  text,
  classNames,
}: {
  item: SuggestionItem;
  text: SuggestionCardLabels;
  classNames: PartClassNames<'suggestion-card-origin'> | undefined;
}) {
  const { confidence, source } = item;
  const level = confidence === null ? null : confidenceLevel(confidence);
  const Source = sourceIcons[source.kind];
  const origin = text.source(source);
  return (
    <p {...part('suggestion-card-origin', classNames)}>
      {level && confidence !== null ? (
        <span data-slot="suggestion-card-confidence" data-state={level}>
          <ConfidenceBars level={level} />
          <span dir="auto">{text.confidence(confidence)}</span>
        </span>
      ) : null}
      <span data-slot="suggestion-card-source" data-kind={source.kind} title={origin}>
        <Source aria-hidden="true" />
        <span dir="auto">{origin}</span>
      </span>
    </p>
  );
}

const bars = { low: 1, medium: 2, high: 3 };

/** Three bars, as many of them filled as the confidence has steps. */
function ConfidenceBars({ level }: { level: keyof typeof bars }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" data-slot="confidence-bars">
      {[1, 2, 3].map((step) => (
        <rect
          key={step}
          data-state={step <= bars[level] ? 'filled' : 'hollow'}
          x={step * 4 - 3.5}
          y={9.5 - step * 3}
          width={3}
          height={step * 3 + 2}
          rx={0.5}
        />
      ))}
    </svg>
  );
}

const actionIcons: Record<SuggestionAction, typeof Info> = {
  ask_question: CircleHelp,
  offer_solution: Lightbulb,
  offer_refund: Banknote,
  offer_retention: Gift,
  explain: Info,
  empathise: Heart,
  verify_identity: UserCheck,
  protect_data: ShieldAlert,
  escalate: Users,
  close_call: PhoneOff,
};

const sourceIcons = { playbook: BookOpen, model: Sparkle, generic: Compass };
