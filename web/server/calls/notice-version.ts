import 'server-only';
import { createHash } from 'node:crypto';
import { NOTICE_VERSION } from '@agent/protocol';

const HASH_LENGTH = 12;

/**
 * Names the words by which customers are asked: ours by their version, those of a queue by their hash
 * behind it, so that other words have another name.
 */
export function noticeVersionOf(ownWords: string): string {
  if (ownWords === '') return NOTICE_VERSION;
  const hash = createHash('sha256').update(ownWords).digest('hex');
  return `${NOTICE_VERSION}-${hash.slice(0, HASH_LENGTH)}`;
}
