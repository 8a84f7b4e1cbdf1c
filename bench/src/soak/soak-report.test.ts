import { describe, expect, it } from 'vitest';
import { isGood, judged, soakTables } from './soak-report.ts';
import { soakFindings } from './test-support/soak-findings.ts';

const about = {
  takenAt: '2026-11-29T12:00:00.000Z',
  machine: { cpu: 'Test', cores: 2, memoryGb: 8, system: 'Linux', node: 'v24.0.0' },
  speechToText: 'faked, 150 ms for any sound',
  callsInSequence: 25,
  finalSegments: 300,
};

describe('the report of a soak', () => {
  it('says what spoke, how the figures went and that all is good', () => {
    const report = judged({ ...soakFindings(), ...about });
    expect(isGood(report)).toBe(true);
    const text = soakTables(report);
    expect(text).toContain('25 calls in sequence beside one long call');
    expect(text).toContain('speech-to-text: faked');
    expect(text).toMatch(/\| bot, MB +\| 150 +\|/);
    expect(text).toMatch(/\| rows of calls +\| 0 .+\| 11 +\|/);
    expect(text).not.toContain('BAD');
  });

  it('points at what is bad', () => {
    const findings = soakFindings({ botMb: (minute) => 100 + 10 * minute });
    const report = judged({ ...findings, ...about });
    expect(isGood(report)).toBe(false);
    expect(soakTables(report)).toMatch(/memory of the bot .+ BAD/);
  });
});
