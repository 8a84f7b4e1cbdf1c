import { describe, expect, it } from 'vitest';
import { busyCores, coresWithin, cpuTimes, peakRssMb, usageOf } from './process-usage.ts';

const samples = [
  { atMs: 0, cpuMs: 1000, rssMb: 50 },
  { atMs: 1000, cpuMs: 1500, rssMb: 80 },
  { atMs: 2000, cpuMs: 3500, rssMb: 60.4 },
  { atMs: 3000, cpuMs: 100, rssMb: 20 },
  { atMs: 4000, cpuMs: 200, rssMb: 30 },
];

describe('coresWithin', () => {
  it('is the processor time per time within the spans', () => {
    expect(coresWithin(samples, [{ fromMs: 0, toMs: 2000 }])).toBe(1.25);
    expect(coresWithin(samples, [{ fromMs: 1000, toMs: 2000 }])).toBe(2);
  });

  it('leaves out the moment a process was restarted', () => {
    expect(coresWithin(samples, [{ fromMs: 2000, toMs: 4000 }])).toBe(0.1);
  });

  it('is unknown without samples', () => {
    expect(coresWithin([], [{ fromMs: 0, toMs: 1 }])).toBeNull();
    expect(coresWithin(samples, [])).toBeNull();
  });
});

describe('peakRssMb', () => {
  it('is the most within the spans', () => {
    expect(peakRssMb(samples, [{ fromMs: 1500, toMs: 3500 }])).toBe(60);
    expect(peakRssMb(samples, [])).toBeNull();
  });
});

describe('usageOf', () => {
  it.runIf(process.platform === 'linux')('reads this process', async () => {
    const usage = await usageOf(process.pid);
    expect(usage?.rssMb).toBeGreaterThan(10);
    expect(usage?.cpuMs).toBeGreaterThan(0);
  });

  it('knows nothing of a process that is not there', async () => {
    expect(await usageOf(4_194_304)).toBeUndefined();
    expect(await usageOf(undefined)).toBeUndefined();
  });
});

describe('busyCores', () => {
  it('is the share of busy time, times the cores', () => {
    const before = { busyMs: 100, idleMs: 100 };
    expect(busyCores(before, { busyMs: 400, idleMs: 200 }, 2)).toBe(1.5);
    expect(busyCores(before, before, 2)).toBe(0);
  });

  it('reads this machine', () => {
    const { busyMs, idleMs } = cpuTimes();
    expect(busyMs).toBeGreaterThan(0);
    expect(idleMs).toBeGreaterThanOrEqual(0);
  });
});
