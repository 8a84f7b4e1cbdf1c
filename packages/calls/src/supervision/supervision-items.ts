import type { Speaker } from '@agent/protocol';
import type { CallState } from '../call-state.ts';
import type { HelpState, SupervisorSpell } from './supervision-state.ts';

/** What a supervisor wrote to the agent, among the turns. */
export interface CoachItem {
  kind: 'coach';
  key: string;
  /** Name of the supervisor. */
  from: string;
  text: string;
  atMs: number;
}

/** What supervisors do in a call and agents ask of them, in the order in which it begins. */
export const supervisionActs = [
  'help-asked',
  'help-taken',
  'help-done',
  'help-withdrawn',
  'listening',
  'stopped-listening',
  'joined',
  'left',
] as const;
/** Something that a supervisor did, or that the agent asked of one. */
export type SupervisionAct = (typeof supervisionActs)[number];

/** Something that a supervisor did, or that the agent asked of one, among the turns. */
export interface SupervisionItem {
  kind: 'supervision';
  key: string;
  act: SupervisionAct;
  /** Of the supervisor; empty where it is nobody's: a request, and its end. */
  name: string;
  /** The reason of a request; else empty. */
  text: string;
  atMs: number;
}

/** An item, and the event of the log by which it stands among those of the same moment. */
export interface PlacedSupervision {
  item: SupervisionItem | CoachItem;
  seq: number;
}

/**
 * What supervisors did. What ends with the talk is no item of its own: nobody left, and nobody was done.
 * What is only for people with an account is there as far as the state knows of it.
 */
export function supervisionItems(state: CallState): PlacedSupervision[] {
  const { help, coaching, joins, listening } = state.supervision;
  const overMs = state.endedAtMs === null ? null : state.endedAtMs - (state.answeredAtMs ?? 0);
  return [
    ...help.flatMap(helpItems),
    ...coaching.map(({ id, seq, from, text, atMs }): PlacedSupervision => {
      return { item: { kind: 'coach', key: `coach:${id}`, from, text, atMs }, seq };
    }),
    ...joins.flatMap((spell) => spellItems('joined', 'left', spell, overMs)),
    ...listening.flatMap((spell) => spellItems('listening', 'stopped-listening', spell, overMs)),
  ];
}

/** Who spoke as the supervisor at that moment; what came a little before its joining is its own, too. */
export function supervisorAt(
  { supervision: { joins } }: Pick<CallState, 'supervision'>,
  speaker: Speaker,
  atMs: number,
): { supervisorName?: string } {
  if (speaker !== 'supervisor') return {};
  const spell = joins.findLast(({ startMs }) => startMs <= atMs) ?? joins[0];
  return spell ? { supervisorName: spell.name } : {};
}

function helpItems({ id, seq, reason, askedMs, taken, ended }: HelpState): PlacedSupervision[] {
  const place = (act: SupervisionAct, atMs: number, name = '', text = ''): PlacedSupervision => {
    return { item: { kind: 'supervision', key: `${act}:${id}`, act, name, text, atMs }, seq };
  };
  return [
    place('help-asked', askedMs, '', reason),
    ...(taken ? [place('help-taken', taken.atMs, taken.by)] : []),
    ...(ended?.how === 'done' ? [place('help-done', ended.atMs)] : []),
    ...(ended?.how === 'withdrawn' ? [place('help-withdrawn', ended.atMs)] : []),
  ];
}

function spellItems(
  begun: SupervisionAct,
  over: SupervisionAct,
  { id, seq, name, startMs, endMs }: SupervisorSpell,
  overMs: number | null,
): PlacedSupervision[] {
  const place = (act: SupervisionAct, atMs: number): PlacedSupervision => {
    return { item: { kind: 'supervision', key: `${act}:${id}`, act, name, text: '', atMs }, seq };
  };
  const isCutOff = endMs === null || (overMs !== null && endMs >= overMs);
  return [place(begun, startMs), ...(isCutOff ? [] : [place(over, endMs)])];
}
