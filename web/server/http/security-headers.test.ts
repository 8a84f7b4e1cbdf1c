import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, permissionsPolicy, securityHeaders } from './security-headers.ts';

const options = { nonce: 'abc', liveKitUrl: 'wss://media.example/path', isDevelopment: false };

describe('security headers', () => {
  it('let scripts run with the nonce only, and never evaluate text', () => {
    const policy = contentSecurityPolicy(options);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
  });

  it('let pages connect to LiveKit over both of its protocols, and to nobody else', () => {
    const policy = contentSecurityPolicy(options);
    expect(policy).toContain("connect-src 'self' wss://media.example https://media.example;");
    const local = contentSecurityPolicy({ ...options, liveKitUrl: 'ws://127.0.0.1:7880' });
    expect(local).toContain("connect-src 'self' ws://127.0.0.1:7880 http://127.0.0.1:7880;");
  });

  it('give the microphone to our own pages only', () => {
    expect(securityHeaders['Permissions-Policy']).toContain('microphone=(self)');
    expect(securityHeaders['Permissions-Policy']).toContain('camera=()');
    expect(permissionsPolicy({ microphone: false })).toMatch(/^microphone=\(\), camera=\(\)/);
  });
});
