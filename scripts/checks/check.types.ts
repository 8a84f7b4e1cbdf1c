/** Names by which a developer selects checks (`npm test -- --only unit,types`). */
export type CheckName =
  | 'lint'
  | 'types'
  | 'boundaries'
  | 'unit'
  | 'integration'
  | 'package'
  | 'build'
  | 'storybook-build'
  | 'storybook'
  | 'e2e';

/** What came out of one check: tests counted one by one, everything else as one. */
export interface CheckResult {
  passed: number;
  failed: number;
  skipped: number;
  /** What a person needs to know about each failure. */
  failures: readonly string[];
  tookMs: number;
}
