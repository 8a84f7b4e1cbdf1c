import { EnvError } from '@agent/process/env';
import { z } from 'zod';

const systemErrorSchema = z.object({
  code: z.string(),
  address: z.string().optional(),
  port: z.number().optional(),
});

/** One line that says why the server could not start and what to do about it. */
export function startFailureMessage(error: unknown): string {
  if (error instanceof EnvError) return error.faults.join('; ');
  const system = systemErrorSchema.safeParse(error);
  const { code, address, port } = system.data ?? {};
  if (code === 'EADDRINUSE') {
    return `port ${port} is taken; stop what listens there or set WHISPER_PORT to another one.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `cannot listen on ${address ?? 'this host'}; set WHISPER_HOST to an address of this machine.`;
  }
  if (code === 'EACCES') {
    return `no permission for port ${port}; set WHISPER_PORT to one above 1023.`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(/\s+/g, ' ');
}
