import { z } from 'zod';

/** Environment of the demo caller. */
export const demoEnvSchema = z.object({
  /** Port of the demo caller's HTTP service, on 127.0.0.1 only. */
  DEMO_PORT: z.coerce.number().int().min(1).max(65_535).default(8092),
  /** The web app's address as browsers use it; calls are placed there. */
  WEB_URL: z.url().default('http://localhost:3000'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
