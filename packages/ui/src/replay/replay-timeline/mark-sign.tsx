import {
  CreditCard,
  Ear,
  HeartHandshake,
  Hourglass,
  LifeBuoy,
  Lightbulb,
  type LucideIcon,
  MessageSquare,
  MessageSquareLock,
  Pause,
  ShieldOff,
  StickyNote,
  Unplug,
  Users,
  VolumeX,
} from 'lucide-react';
import type { ReplayMarkKind } from './replay-mark.ts';

const signs: Record<ReplayMarkKind, LucideIcon> = {
  suggestion: Lightbulb,
  alert: HeartHandshake,
  chat: MessageSquare,
  comment: StickyNote,
  help: LifeBuoy,
  coach: MessageSquareLock,
  joined: Users,
  listening: Ear,
  hold: Pause,
  wait: Hourglass,
  gap: Unplug,
  paused: ShieldOff,
  masked: CreditCard,
  lost: VolumeX,
};

/** The sign of a kind of mark, the same on the timeline and in its legend. */
export function MarkSign({ kind }: { kind: ReplayMarkKind }) {
  const Sign = signs[kind];
  return <Sign aria-hidden="true" />;
}
