import type { SampleData } from '@agent/protocol';

/** An answer of `GET /api/sample-data`: there is none, unless told. */
export function fakeSampleData(part: Partial<SampleData> = {}): SampleData {
  return { state: 'none', span: null, callsDone: 0, callsWanted: 0, ...part };
}
