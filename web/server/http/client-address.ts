import 'server-only';
import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Header in which this server notes the other end of the connection, over whatever was sent. */
const peerHeader = 'x-peer-address';

/** Stands for everything that is no address: all of it shares one limit. */
const unknownAddress = 'unknown';

/** The longest spelling of an address is 45 characters; with zone, brackets and port less than this. */
const longestText = 100;

/** A network of this size belongs to one customer of a provider, who may use all of its addresses. */
const ipv6PrefixBits = 64;

/**
 * Notes the address of the connection on a request: route handlers do not see the socket, and
 * `X-Forwarded-For` can be written by anybody.
 */
export function notePeerAddress({ headers, socket }: IncomingMessage): void {
  headers[peerHeader] = socket.remoteAddress ?? '';
}

/**
 * Where a request comes from, seen through `proxyHops` reverse proxies of ours, as limits and records
 * count it: an IPv4 address, or the /64 network of an IPv6 address. Without the port that some proxies add.
 */
export function clientAddress(headers: Pick<Headers, 'get'>, proxyHops: number): string {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const seen = proxyHops > 0 ? forwarded.at(-proxyHops) : headers.get(peerHeader);
  return countedAddress(seen ?? '');
}

function countedAddress(text: string): string {
  if (text.length > longestText) return unknownAddress;
  const address = withoutPort(text);
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return address;
  if (!ipaddr.IPv6.isValid(address)) return unknownAddress;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(`${withoutZone(parsed)}/${ipv6PrefixBits}`);
  return `${network.toRFC5952String()}/${ipv6PrefixBits}`;
}

/** `192.0.2.1:443`, `[2001:db8::1]:443` and `[2001:db8::1]` name an address, too. */
function withoutPort(text: string): string {
  const [, bracketed] = /^\[([^[\]]*)\](?::\d{1,5})?$/.exec(text) ?? [];
  const [, dotted] = /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  return bracketed ?? dotted ?? text;
}

function withoutZone(address: ipaddr.IPv6): string {
  return new ipaddr.IPv6(address.parts).toNormalizedString();
}
