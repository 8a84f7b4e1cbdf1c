import type { ModelBehaviour } from '@agent/testing/model-server';
import { type Percentiles, percentiles } from '@agent/testing/percentiles';
import type { ObservedCall } from './observed-call.ts';
import {
  modelStatesTold,
  type SuggestionLatencies,
  suggestionLatencies,
} from './suggestion-latencies.ts';

/** Ways in which the model is made to fail, in the order of tables. */
export const modelFaults = [
  'hangs',
  'fails',
  'rate-limited',
] as const satisfies readonly ModelBehaviour[];
export type ModelFault = (typeof modelFaults)[number];

/** What the fallback is measured in: each fault, and the slowest of them without any card that fits. */
export const faultCases = [...modelFaults, 'hangs-without-cards'] as const;
export type FaultCase = (typeof faultCases)[number];

/** Calls played with a faked model that answers, and with one at fault. */
export interface ModelCalls {
  answering: readonly ObservedCall[];
  atFault: Record<FaultCase, readonly ObservedCall[]>;
}

/** What the agent got while the model was at fault. */
export interface FaultFigures {
  customerFinals: number;
  /** To the first complete card, the playbook's or the generic one. */
  fallbackSuggestionMs: Percentiles;
  /** What the agent was told of the model, in order. */
  modelStates: string[];
}

/** How soon a model's suggestions are with the agent. Definitions: bench/README.md. */
export interface ModelFigures {
  /** To the first words of the model's card. */
  modelSuggestionMs: Percentiles;
  /** To the model's complete card. */
  modelCompleteMs: Percentiles;
  /** Final texts of customers that these two are out of. */
  modelCustomerFinals: number;
  /** All faults together. */
  fallbackSuggestionMs: Percentiles;
  /** The same by fault; null when none was played. */
  fallbackByFault: Record<FaultCase, FaultFigures> | null;
}

/** Computes the figures; null when no calls with a model were played. */
export function modelFigures(calls: ModelCalls | null): ModelFigures {
  const answering = calls?.answering.map(suggestionLatencies) ?? [];
  const atFault = faultCases.flatMap((fault) => calls?.atFault[fault] ?? []);
  return {
    modelSuggestionMs: percentiles(answering.flatMap(firstWordsLags)),
    modelCompleteMs: percentiles(answering.flatMap(completeLags)),
    modelCustomerFinals: finalsOf(answering),
    fallbackSuggestionMs: percentiles(atFault.map(suggestionLatencies).flatMap(fallbackLags)),
    fallbackByFault: calls && {
      hangs: faultFigures(calls.atFault.hangs),
      fails: faultFigures(calls.atFault.fails),
      'rate-limited': faultFigures(calls.atFault['rate-limited']),
      'hangs-without-cards': faultFigures(calls.atFault['hangs-without-cards']),
    },
  };
}

function faultFigures(calls: readonly ObservedCall[]): FaultFigures {
  const measured = calls.map(suggestionLatencies);
  return {
    customerFinals: finalsOf(measured),
    fallbackSuggestionMs: percentiles(measured.flatMap(fallbackLags)),
    modelStates: calls.flatMap(({ received }) => modelStatesTold(received.agent)),
  };
}

function firstWordsLags({ bySegment }: SuggestionLatencies): number[] {
  return bySegment.flatMap((lags) => lags['model-draft'] ?? lags.model ?? []);
}

function completeLags({ bySegment }: SuggestionLatencies): number[] {
  return bySegment.flatMap(({ model }) => model ?? []);
}

function fallbackLags({ bySegment }: SuggestionLatencies): number[] {
  return bySegment.flatMap(({ playbook, generic }) => {
    const lags = [playbook, generic].filter((lag) => lag !== undefined);
    return lags.length === 0 ? [] : Math.min(...lags);
  });
}

function finalsOf(measured: readonly SuggestionLatencies[]): number {
  return measured.reduce((sum, { customerFinals }) => sum + customerFinals, 0);
}
