import path from 'node:path';
import type { NextConfig } from 'next';
import { microphonePages } from './server/http/microphone-pages.ts';
import { permissionsPolicy, securityHeaders } from './server/http/security-headers.ts';

const workspaceRoot = path.join(import.meta.dirname, '..');

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: workspaceRoot,
  turbopack: { root: workspaceRoot },
  transpilePackages: [
    '@agent/calls',
    '@agent/playbook',
    '@agent/process',
    '@agent/protocol',
    '@agent/recordings',
    '@agent/rooms',
    '@agent/store',
  ],
  serverExternalPackages: [
    ...['@node-rs/argon2', 'dbmate', 'graphile-worker', 'pdfkit', 'pg', 'pino', 'prom-client'],
    'write-excel-file',
  ],
  // `npm test` checks the types of the whole workspace at once.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  headers: async () => [
    {
      source: '/:path*',
      headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })),
    },
    ...microphonePages.map(({ source, microphone }) => ({
      source,
      headers: [{ key: 'Permissions-Policy', value: permissionsPolicy({ microphone }) }],
    })),
  ],
};

export default config;
