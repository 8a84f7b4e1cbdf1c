import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createS3Store } from './s3-store.ts';

interface Answer {
  status: number;
  body?: string;
}

let server: Server | undefined;

afterEach(() => server?.close());

/** A server that gives these answers one after another, and the last one again and again. */
async function answering(answers: Answer[]) {
  const asked: IncomingMessage[] = [];
  server = createServer((request, response) => {
    const { status, body } = answers[Math.min(asked.length, answers.length - 1)] as Answer;
    asked.push(request.resume());
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store = createS3Store({
    endpoint: `http://127.0.0.1:${port}/`,
    bucket: 'sound',
    region: 'eu-central-1',
    accessKeyId: 'AKIAEXAMPLE',
    secretAccessKey: 'secret',
    retries: 2,
  });
  return { store, asked };
}

/** As S3 answers `ListObjectsV2`. */
function page(names: string[], token?: string): Answer {
  const contents = names.map((name) => `<Contents><Key>${name}</Key><Size>1</Size></Contents>`);
  const next = token ? `<NextContinuationToken>${token}</NextContinuationToken>` : '';
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>sound</Name><Prefix>a/</Prefix>${next}<KeyCount>${names.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>${token !== undefined}</IsTruncated>${contents.join('')}</ListBucketResult>`;
  return { status: 200, body };
}

describe('the store in S3', () => {
  it('reads every page of a list', async () => {
    const { store, asked } = await answering([
      page(['a/3', 'a/4'], '1ueG+cGcO/p&amp;q=='),
      page(['a/1'], 'second'),
      page([]),
    ]);
    expect(await store.list('a')).toEqual(['a/1', 'a/3', 'a/4']);
    const queries = asked.map(({ url }) => new URL(url ?? '', 'http://x').searchParams);
    expect(queries.map((query) => query.get('continuation-token'))).toEqual([
      null,
      '1ueG+cGcO/p&q==',
      'second',
    ]);
    expect(queries.map((query) => query.get('prefix'))).toEqual(['a/', 'a/', 'a/']);
  });

  it('signs for its region, and what it puts by its hash', async () => {
    const { store, asked } = await answering([{ status: 200 }]);
    await store.put('call-1/sound.webm', Buffer.from('abc'));
    const { headers, method, url } = asked[0] as IncomingMessage;
    expect([method, url]).toEqual(['PUT', '/sound/call-1/sound.webm']);
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-central-1\/s3\/aws4_request, SignedHeaders=[^,]*x-amz-content-sha256[^,]*, Signature=[0-9a-f]{64}$/,
    );
    expect(headers['x-amz-content-sha256']).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('asks again while the service is busy', async () => {
    const { store, asked } = await answering([{ status: 503 }, { status: 500 }, { status: 200 }]);
    await store.put('call-1/sound.webm', Buffer.from('abc'));
    expect(asked).toHaveLength(3);
  });

  it('is away when the service stays busy', async () => {
    const { store, asked } = await answering([{ status: 503 }]);
    await expect(store.put('call-1/sound.webm', Buffer.from('abc'))).rejects.toMatchObject({
      reason: 'store-unavailable',
    });
    expect(asked).toHaveLength(3);
  });

  it('is refused what it has no right to', async () => {
    const { store, asked } = await answering([{ status: 403 }]);
    await expect(store.head('call-1/sound.webm')).rejects.toMatchObject({
      reason: 'store-refused',
    });
    expect(asked).toHaveLength(1);
  });
});
