const TIMEOUT_MS = 1_000;

/** Tells whether the media server answers on the address that rooms are joined by. */
export async function isLiveKitReachable(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url.replace(/^ws/, 'http'), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
