'use client';
import { useEffect, useState } from 'react';
import { type AudioDevices, type DeviceSource, watchAudioDevices } from './audio-devices.ts';

const none: AudioDevices = { microphones: [], speakers: [] };

/**
 * The microphones and speakers of this computer, live. Browsers tell them only once the microphone has been
 * allowed; `permission` is anything that changes then, for browsers that do not say so themselves.
 */
export function useAudioDevices(permission?: unknown, source = browserDevices()): AudioDevices {
  const [devices, setDevices] = useState(none);
  // Listed again when the permission changes, because names appear with it.
  useEffect(() => {
    if (!source) return;
    const watch = watchAudioDevices(source, navigator.permissions);
    const unsubscribe = watch.devices.subscribe(() => setDevices(watch.devices.get()));
    return () => {
      unsubscribe();
      watch.close();
    };
  }, [permission, source]);
  return devices;
}

/** Whether this browser lets a page choose the speaker. */
export function canChooseSpeaker(): boolean {
  return Boolean(globalThis.HTMLMediaElement?.prototype.setSinkId);
}

function browserDevices(): DeviceSource | undefined {
  return globalThis.navigator?.mediaDevices;
}
