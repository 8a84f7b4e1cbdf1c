import type { ServiceName } from '../stack.types.ts';
import { botService } from './bot.ts';
import { demoCallerService } from './demo-caller.ts';
import { livekitService } from './livekit.ts';
import { postgresService } from './postgres.ts';
import type { Service } from './service.ts';
import { webService } from './web.ts';
import { whisperService } from './whisper.ts';

const factories = {
  postgres: postgresService,
  livekit: livekitService,
  whisper: whisperService,
  bot: botService,
  web: webService,
  demoCaller: demoCallerService,
} as const satisfies Record<ServiceName, () => Service>;

/** A fresh description of a service. */
export function createService(name: ServiceName): Service {
  return factories[name]();
}
