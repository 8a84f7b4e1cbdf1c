/** One page of a bucket's list. */
export interface S3Page {
  names: string[];
  /** Asks for the next page; undefined on the last one. */
  next: string | undefined;
}

/** Reads the answer to `ListObjectsV2`. The names are ours and need no decoding; the token may. */
export function readS3Page(xml: string): S3Page {
  const token = /<NextContinuationToken>([^<]*)</.exec(xml)?.[1];
  return {
    names: Array.from(xml.matchAll(/<Key>([^<]*)</g), ([, name]) => name ?? ''),
    next: token === undefined ? undefined : decoded(token),
  };
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function decoded(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity);
}
