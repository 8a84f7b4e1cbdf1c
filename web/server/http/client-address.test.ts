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

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:50123', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:50123', '192.0.2.1'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2:3:4:5:6]:50123', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['::1', '::/64'],
  ])('counts %s as %s', (sent, counted) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': `6.6.6.6, ${sent}` }), 1)).toBe(counted);
    expect(clientAddress(new Headers({ 'x-peer-address': sent }), 0)).toBe(counted);
  });

  it.each([
    'nonsense',
    '_hidden',
    '192.0.2',
    '0x7f.1',
    '3221225985',
    '192.0.2.1:x',
    '192.0.2.1:1:2',
    '192.0.2.999',
    '[2001:db8::1',
    '2001:db8::1]:443',
    '[192.0.2.1]x',
    '2001:db8::1::2',
    `${'1'.repeat(60_000)}:1`,
    `[${'['.repeat(50_000)}`,
  ])('puts what is no address into one place: %.20s', (sent) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': sent }), 1)).toBe('unknown');
  });
});
