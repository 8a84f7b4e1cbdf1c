/** The WebAssembly build of libopus inside `opusscript`, below the package's own class. */
declare module 'opusscript/build/opusscript_native_wasm.js' {
  /** One encoder and one decoder of libopus. Each method answers a length, or a negative code. */
  export interface OpusHandler {
    /** Reads `bytes` bytes of PCM, one in each 16-bit word from `pcmAddress`. */
    _encode(pcmAddress: number, bytes: number, packetAddress: number, frameSamples: number): number;
    /** Writes PCM, one byte into each 16-bit word from `pcmAddress`. */
    _decode(packetAddress: number, bytes: number, pcmAddress: number): number;
    _encoder_ctl(request: number, value: number): number;
  }

  export interface OpusLibrary {
    readonly HEAPU8: Uint8Array;
    readonly HEAPU16: Uint16Array;
    readonly OpusScriptHandler: {
      new (sampleRate: number, channels: number, application: number): OpusHandler;
      destroy_handler(handler: OpusHandler): void;
    };
    _malloc(bytes: number): number;
    _free(address: number): void;
  }

  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default function createOpusLibrary(): OpusLibrary;
}
