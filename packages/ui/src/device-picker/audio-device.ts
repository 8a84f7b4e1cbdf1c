/** An audio device as the browser lists it. */
export interface AudioDevice {
  id: string;
  /** Empty until permission is given; then a numbered name stands in. */
  label: string;
}

/** What a picker chooses. */
export type DeviceKind = 'microphone' | 'speaker';

/** Whether the browser lets us use the device. */
export type DevicePermission = 'granted' | 'prompt' | 'denied' | 'missing' | 'in-use';
