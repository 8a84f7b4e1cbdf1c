export * from './alert-metrics.ts';
export * from './alert-text.ts';
export * from './binomial-tail.ts';
export * from './call-stretch.ts';
export * from './finding.ts';
export * from './follow-watch.ts';
export * from './judge.ts';
