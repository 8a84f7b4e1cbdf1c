import { createServer } from 'node:http';
import { Room } from '@livekit/rtc-node';

/**
 * Loaded before the bot's own program by `botScenarioEnv`: plays scenarios in the room that the bot
 * joined last, so that the bot itself needs no door for tests.
 */
if (process.argv[1]?.endsWith('/bot/src/main.ts')) {
  let newest: Room | undefined;
  const connect = Room.prototype.connect;
  Room.prototype.connect = function remembered(this: Room, ...args) {
    newest = this;
    return connect.apply(this, args);
  };
  const server = createServer((request, response) => {
    const scenario = Number(request.url?.slice(1));
    Promise.resolve(newest?.simulateScenario(scenario)).then(
      () => response.end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(Number(process.env.E2E_BOT_SCENARIO_PORT), '127.0.0.1').unref();
}
