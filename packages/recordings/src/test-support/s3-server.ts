import S3rver from 's3rver';
import type { RecordingStore } from '../store/recording-store.ts';
import { createS3Store, type S3Options } from '../store/s3-store.ts';

/**
 * A server that speaks S3, with one empty bucket. It looks at who asks but not at the signature, has
 * no second page of names (its tokens need DES), and takes the range 0-0 for everything.
 */
export interface S3Server {
  /** Opens its bucket as whoever has the right keys, unless `changes` say otherwise. */
  open(changes?: Partial<S3Options>): RecordingStore;
  close(): Promise<void>;
}

/** Starts a server over a folder, on a free port. */
export async function startS3Server(directory: string): Promise<S3Server> {
  const bucket = 'recordings';
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    directory,
    silent: true,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  const options: S3Options = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    retries: 0,
  };
  return {
    open: (changes = {}) => createS3Store({ ...options, ...changes }),
    close: () => server.close(),
  };
}
