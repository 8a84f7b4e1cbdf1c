import { createHash } from 'node:crypto';
import type { EventId } from '@agent/protocol';

/** A UUID (version 8) that is always the same for the same name. */
export function stableId(name: string): EventId {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
