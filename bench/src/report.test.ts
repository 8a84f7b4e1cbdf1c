import { expect, it } from 'vitest';
import { callFigures } from './figures.ts';
import { modelFigures } from './model-figures.ts';
import { type BenchReport, reportTable } from './report.ts';
import { testCall } from './test-call.ts';

const notSeen = { cpuCores: null, cpuCoresWhileSpeaking: null, rssMb: null };
const report: BenchReport = {
  ...callFigures([testCall()], false),
  ...modelFigures(null),
  takenAt: '2026-11-23T21:00:00Z',
  machine: { cpu: 'A processor', cores: 2, memoryGb: 8, system: 'Linux 6', node: 'v24.1.0' },
  speechToText: 'local Whisper',
  calls: 1,
  played: ['test'],
  bot: { cpuCores: 0.1234, cpuCoresWhileSpeaking: 0.2, rssMb: 120 },
  whisper: notSeen,
  busyCores: 1.2,
  eventToRowMs: { p50: 3.2, p95: 11, p99: 20, n: 50 },
  transcriberMs: {
    interim: { p50: 100, p95: 200, p99: 300, n: 9 },
    final: { p50: 400, p95: 500, p99: 600, n: 9 },
  },
  noiseLines: 0,
  noise: { minutes: 3, lines: 0, interims: 0 },
  ladder: null,
};

it('prints the machine and each figure on a line of its own', () => {
  const table = reportTable(report);
  expect(table).toContain('1 call at once (1 played), speech-to-text: local Whisper');
  expect(table).toContain('A processor, 2 cores, 8 GB');
  expect(table).toMatch(/\| Event to row +\| p50 3\.2 ms, p95 11 ms, p99 20 ms \(n = 50\) \|/u);
  expect(table).toMatch(/\| Bot +\| 0\.12 cores \(0\.20 cores while somebody speaks\), 120 MB \|/u);
  expect(table).toMatch(/\| Whisper +\| not measured \|/u);
});

it('says how suggestions fared, and what the agent was told of a model at fault', () => {
  expect(reportTable(report)).toMatch(/\| Model card after final +\| none \|/u);
  const fault = {
    customerFinals: 2,
    fallbackSuggestionMs: { p50: 900, p95: 2600.4, p99: 2700, n: 2 },
    modelStates: ['ready', 'late (timeout)'],
  };
  const fallbackByFault = {
    ...{ hangs: fault, fails: fault, 'rate-limited': fault },
    'hangs-without-cards': fault,
  };
  expect(reportTable({ ...report, fallbackByFault })).toMatch(
    /\| – model hangs +\| p50 900 ms, p95 2600 ms, .* \(n = 2\); told: ready, late \(timeout\) \|/u,
  );
});

it('says where a ladder ends', () => {
  const steps = [{ ...report, calls: 1 }];
  const none = { fallsBehindAt: null, what: 'nothing', steps };
  expect(reportTable({ ...report, ladder: none })).toContain('does not fall behind up to 1 calls');
  const late = { fallsBehindAt: 4, what: 'speech-to-text', steps };
  expect(reportTable({ ...report, ladder: late })).toContain(
    'It first falls behind at 4 calls: speech-to-text.',
  );
});
