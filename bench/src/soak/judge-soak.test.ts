import { describe, expect, it } from 'vitest';
import { HANDLE_SLACK, judgeSoak, type SoakFindings } from './judge-soak.ts';
import { soakFindings } from './test-support/soak-findings.ts';

const bad = (findings: SoakFindings) =>
  judgeSoak(findings).flatMap(({ what, isGood }) => (isGood ? [] : what));

describe('the judgement of a soak', () => {
  it('is good when everything is as before', () => {
    expect(bad(soakFindings())).toEqual([]);
  });

  it('counts the memory of the bot from the end of its warm-up', () => {
    const warming = soakFindings({ botMb: (minute) => (minute < 3 ? 100 + 30 * minute : 190) });
    expect(bad(warming)).toEqual([]);
    const growing = soakFindings({ botMb: (minute) => 100 + 6 * minute });
    expect(bad(growing)).toEqual(['memory of the bot']);
  });

  it('is bad without any measure of the bot', () => {
    expect(bad({ ...soakFindings(), during: [] })).toContain('memory of the bot');
  });

  it('asks handles, streams, rooms and connections back', () => {
    const findings = soakFindings();
    const { after, before } = findings;
    const handles = (before.processes.web?.handles ?? 0) + HANDLE_SLACK + 1;
    const leaking = {
      ...after,
      processes: { ...after.processes, web: { rssMb: 100, handles } },
      streams: before.streams + 1,
      livekitRooms: 1,
      connections: { web: 40 },
    };
    expect(bad({ ...findings, after: leaking })).toEqual([
      'handles of web',
      'open streams',
      'LiveKit rooms',
      'connections to Postgres',
    ]);
  });

  it('finds rows that stay and words that are lost', () => {
    const findings = soakFindings();
    const after = { ...findings.after, leftovers: { 'limits whose time is over': 2 } };
    const lost = { turns: 0, gaps: 0, messages: 1, duplicates: 0 };
    expect(bad({ ...findings, after, lost })).toEqual([
      'limits whose time is over',
      'segments lost',
    ]);
  });
});
