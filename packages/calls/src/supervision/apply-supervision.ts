import type { CallEvent, CallEventType } from '@agent/protocol';
import type { CallState } from '../call-state.ts';
import { offsetMs } from '../offset.ts';
import { endLasting } from '../stretch.ts';
import type { HelpState, SupervisionState, SupervisorSpell } from './supervision-state.ts';

type SupervisionEvent = CallEvent<
  Extract<CallEventType, `help.${string}` | `coach.${string}` | `supervisor.${string}`>
>;

/** What a supervisor does, or an agent asks of one; what is told twice counts once. */
export function applySupervision(state: CallState, event: SupervisionEvent): CallState {
  const { supervision } = state;
  const { seq } = event;
  const atMs = offsetMs(state, event.at);
  switch (event.type) {
    case 'help.requested': {
      const { helpId: id, reason } = event.data;
      if (supervision.help.some((known) => known.id === id)) return state;
      const asked = { id, seq, reason, askedMs: atMs, taken: null, ended: null };
      return withSupervision(state, { help: [...supervision.help, asked] });
    }
    case 'help.taken': {
      const { helpId, by } = event.data;
      return withHelp(state, helpId, (help) => ({ ...help, taken: { by, atMs } }));
    }
    case 'help.released':
      return withHelp(state, event.data.helpId, (help) => ({ ...help, taken: null }));
    case 'help.ended': {
      const { helpId, how } = event.data;
      return withHelp(state, helpId, (help) => ({ ...help, ended: { how, atMs } }));
    }
    case 'coach.message': {
      const { messageId: id, from, text } = event.data;
      if (supervision.coaching.some((known) => known.id === id)) return state;
      const message = { id, seq, from, text, atMs };
      return withSupervision(state, { coaching: [...supervision.coaching, message] });
    }
    case 'supervisor.joined': {
      const { joinId: id, name } = event.data;
      const joins = begun(supervision.joins, { id, name, seq, startMs: atMs, endMs: null });
      return withSupervision(state, { joins });
    }
    case 'supervisor.left':
      return withSupervision(state, { joins: over(supervision.joins, event.data.joinId, atMs) });
    case 'supervisor.listening': {
      const { monitorId: id, name } = event.data;
      const listening = begun(supervision.listening, { id, name, seq, startMs: atMs, endMs: null });
      return withSupervision(state, { listening });
    }
    case 'supervisor.stopped-listening': {
      const listening = over(supervision.listening, event.data.monitorId, atMs);
      return withSupervision(state, { listening });
    }
    default:
      return event satisfies never;
  }
}

/** With the talk everything that a supervisor does is over. */
export function endSupervision(state: CallState, at: string): CallState {
  const atMs = offsetMs(state, at);
  const { joins, listening } = state.supervision;
  return withSupervision(endHelp(state, at), {
    joins: endLasting(joins, atMs),
    listening: endLasting(listening, atMs),
  });
}

/** Without the agent who asked nobody needs help. */
export function endHelp(state: CallState, at: string): CallState {
  const ended = { how: 'call-over', atMs: offsetMs(state, at) } as const;
  const help = state.supervision.help.map((one) => (one.ended ? one : { ...one, ended }));
  return withSupervision(state, { help });
}

function withSupervision(state: CallState, part: Partial<SupervisionState>): CallState {
  return { ...state, supervision: { ...state.supervision, ...part } };
}

function withHelp(state: CallState, id: string, change: (help: HelpState) => HelpState): CallState {
  const { help } = state.supervision;
  if (!help.some((one) => one.id === id && one.ended === null)) return state;
  return withSupervision(state, { help: help.map((one) => (one.id === id ? change(one) : one)) });
}

function begun(
  spells: readonly SupervisorSpell[],
  spell: SupervisorSpell,
): readonly SupervisorSpell[] {
  return spells.some(({ id }) => id === spell.id) ? spells : [...spells, spell];
}

function over(
  spells: readonly SupervisorSpell[],
  id: string,
  endMs: number,
): readonly SupervisorSpell[] {
  return spells.map((one) => (one.id === id && one.endMs === null ? { ...one, endMs } : one));
}
