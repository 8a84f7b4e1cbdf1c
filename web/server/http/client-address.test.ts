import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const headers = new Headers({
  'x-peer-address': '10.0.0.1',
  'x-forwarded-for': '6.6.6.6, 192.0.2.1, 10.0.0.9',
});

describe('clientAddress', () => {
  it('believes nobody but the connection when there is no proxy of ours', () => {
    expect(clientAddress(headers, 0)).toBe('10.0.0.1');
  });

  it('counts our proxies from the right, so that a client cannot choose its address', () => {
    expect(clientAddress(headers, 1)).toBe('10.0.0.9');
    expect(clientAddress(headers, 2)).toBe('192.0.2.1');
  });

  it('puts those without an address together', () => {
    expect(clientAddress(new Headers(), 0)).toBe('unknown');
    expect(clientAddress(new Headers(), 2)).toBe('unknown');
  });
});
