import { AwsClient } from 'aws4fetch';
import { RecordingError } from '../recording-error.ts';
import { sha256Of } from '../seal/sha256.ts';
import { emptyStream } from './empty-stream.ts';
import { type RecordingStore, requireObjectName } from './recording-store.ts';
import { readS3Page, type S3Page } from './s3-page.ts';

/** Where a bucket is and who may use it. */
export interface S3Options {
  /** Address of the service, for example `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** How long the service may take to begin its answer. Default 30,000. */
  patienceMs?: number;
  /** How often a request is repeated that the service could not serve. Default 3. */
  retries?: number;
}

const defaults = {
  patienceMs: 30_000,
  retries: 3,
} as const satisfies Partial<S3Options>;

/** Creates a store in a bucket of S3, or of what speaks its language. */
export function createS3Store(options: S3Options): RecordingStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = options;
  const { patienceMs, retries } = { ...defaults, ...options };
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries });
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`;

  async function ask(path: string, init: RequestInit, isKnown: (status: number) => boolean) {
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), patienceMs);
    try {
      const answer = await client.fetch(`${root}${path}`, { ...init, signal: waiting.signal });
      if (answer.ok || isKnown(answer.status)) return answer;
      await answer.body?.cancel();
      throw refusal(answer.status);
    } catch (error) {
      if (error instanceof Error && error.name === 'RecordingError') throw error;
      throw RecordingError.storeUnavailable(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async function removeObject(name: string) {
    const answer = await ask(`/${name}`, { method: 'DELETE' }, isMissing);
    await answer.body?.cancel();
  }

  async function listed(prefix: string): Promise<string[]> {
    const names: string[] = [];
    let page: S3Page = { names: [], next: '' };
    while (page.next !== undefined) {
      const query = new URLSearchParams({
        'list-type': '2',
        prefix,
      });
      if (page.next !== '') query.set('continuation-token', page.next);
      page = readS3Page(await (await ask(`?${query}`, {}, () => false)).text());
      names.push(...page.names);
    }
    return names.sort();
  }

  return {
    async put(name, bytes) {
      requireObjectName(name);
      const sha256 = sha256Of(bytes);
      const headers = { 'X-Amz-Content-Sha256': sha256 };
      const body = bytes as Uint8Array<ArrayBuffer>;
      const answer = await ask(`/${name}`, { method: 'PUT', headers, body }, () => false);
      await answer.body?.cancel();
    },
    async read(name, range) {
      requireObjectName(name);
      const isEmpty = range !== undefined && range.to <= range.from;
      if (isEmpty) return (await this.head(name)) && emptyStream();
      const headers = range && { Range: `bytes=${range.from}-${range.to - 1}` };
      const answer = await ask(`/${name}`, headers ? { headers } : {}, isMissing);
      if (!answer.ok) await answer.body?.cancel();
      return answer.ok ? (answer.body ?? emptyStream()) : undefined;
    },
    async head(name) {
      requireObjectName(name);
      const answer = await ask(`/${name}`, { method: 'HEAD' }, isMissing);
      return answer.ok ? { bytes: Number(answer.headers.get('content-length')) } : undefined;
    },
    async list(folder) {
      requireObjectName(folder);
      return listed(`${folder}/`);
    },
    async remove(nameOrFolder) {
      requireObjectName(nameOrFolder);
      for (const name of await this.list(nameOrFolder)) await removeObject(name);
      await removeObject(nameOrFolder);
    },
  };
}

function isMissing(status: number): boolean {
  return status === 404;
}

/** What the service cannot do now may go later; what it will not do never goes. */
function refusal(status: number): RecordingError {
  const mayGoLater = status >= 500 || status === 429;
  return mayGoLater ? RecordingError.storeUnavailable() : RecordingError.storeRefused(status);
}
