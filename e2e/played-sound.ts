import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from '@agent/scripts/stack';
import { writeRecording } from '@agent/testing/recording';
import type { Page } from 'playwright';
import { z } from 'zod';

/** Lets a test hear what a page plays; call before the page is loaded. */
export async function reachPlayers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const players: HTMLMediaElement[] = [];
    Object.assign(globalThis, { players });
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function playAndRemember() {
      players.push(this);
      return play.call(this);
    };
  });
}

/** Where the newest player of a page is, in milliseconds of its sound; undefined when none has played. */
export async function playerPositionMs(page: Page): Promise<number | undefined> {
  return page.evaluate(() => {
    const player = (globalThis as unknown as Players).players.at(-1);
    return player && player.currentTime * 1000;
  });
}

/** Records what the newest player of a page plays: 16 kHz, both lanes in one. */
export async function recordPlayed(page: Page, durationMs: number): Promise<Int16Array> {
  const base64 = await page.evaluate(async (lengthMs) => {
    const player = (globalThis as unknown as Players).players.at(-1);
    if (!player) throw new Error('The page has played nothing.');
    const recorder = new MediaRecorder(player.captureStream());
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, lengthMs));
    recorder.stop();
    await stopped;
    const context = new AudioContext({ sampleRate: 16_000 });
    const sound = await context.decodeAudioData(await new Blob(pieces).arrayBuffer());
    const lanes = Array.from({ length: sound.numberOfChannels }, (_, lane) =>
      sound.getChannelData(lane),
    );
    const samples = Int16Array.from({ length: sound.length }, (_, at) => {
      const sum = lanes.reduce((total, lane) => total + (lane[at] ?? 0), 0);
      return Math.max(-1, Math.min(1, sum)) * 32_767;
    });
    await context.close();
    const bytes = new Uint8Array(samples.buffer);
    let text = '';
    for (let at = 0; at < bytes.length; at += 8_192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    }
    return btoa(text);
  }, durationMs);
  const bytes = Buffer.from(base64, 'base64');
  return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1).slice();
}

/** What the stack's speech-to-text makes of some sound. */
export async function transcribe(stack: Stack, samples: Int16Array): Promise<string> {
  const path = join(stack.dataDir, `heard-${samples.length}.wav`);
  await writeRecording(path, samples);
  const form = new FormData();
  form.append('file', new Blob([await readFile(path)], { type: 'audio/wav' }), 'heard.wav');
  form.append('model', 'base');
  await rm(path);
  const answer = await fetch(`${stack.urls.whisper}/audio/transcriptions`, {
    method: 'POST',
    body: form,
  });
  return z.object({ text: z.string() }).parse(await answer.json()).text;
}

interface Players {
  players: (HTMLMediaElement & { captureStream(): MediaStream })[];
}
