import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writePrivateFile } from './private-file.ts';

const secret = z.string().min(16);
const secretsSchema = z.object({
  livekitApiKey: z.string().min(8),
  livekitApiSecret: secret,
  nextAuthSecret: secret,
  callCookieSecret: secret,
  recordingKey: secret,
  postgresPassword: secret,
  appDatabasePassword: secret,
  agentPassword: secret,
  agent2Password: secret,
  supervisorPassword: secret,
  adminPassword: secret,
});

const keptSchema = z.record(z.string(), z.unknown());

/** Everything secret that the stack makes up for itself. */
export type Secrets = z.infer<typeof secretsSchema>;

/** Reads the secrets of a data folder; what is missing is generated once and kept (mode 600). */
export function loadSecrets(dataDir: string): Secrets {
  const file = `${dataDir}/secrets.json`;
  const kept = existsSync(file) ? keptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const secrets = secretsSchema.parse({ ...generateSecrets(), ...kept });
  if (Object.keys(secrets).some((name) => !(name in kept))) {
    writePrivateFile(file, `${JSON.stringify(secrets, null, 2)}\n`);
  }
  return secrets;
}

function generateSecrets(): Secrets {
  return {
    livekitApiKey: `API${randomBytes(6).toString('hex')}`,
    livekitApiSecret: randomBytes(32).toString('base64url'),
    nextAuthSecret: randomBytes(32).toString('base64url'),
    callCookieSecret: randomBytes(32).toString('base64url'),
    recordingKey: randomBytes(32).toString('base64'),
    postgresPassword: randomBytes(24).toString('hex'),
    appDatabasePassword: randomBytes(24).toString('base64'),
    agentPassword: randomBytes(12).toString('base64url'),
    agent2Password: randomBytes(12).toString('base64url'),
    supervisorPassword: randomBytes(12).toString('base64url'),
    adminPassword: randomBytes(12).toString('base64url'),
  };
}
