import 'server-only';
import type { Role } from '@agent/protocol';
import { z } from 'zod';
import type { SingleSignOn } from './single-sign-on-env.ts';

/** Longer names of people and groups are nobody's. */
const longestText = 500;
/** People in more groups than this are told about by other means than a token. */
const mostValues = 2_000;

const text = z.string().max(longestText).optional().catch(undefined);

/** What an ID token says of who signs in; its signature, issuer, audience, time and nonce were checked. */
const claimsSchema = z.looseObject({
  iss: z.string().max(longestText),
  sub: z.string().min(1).max(255),
  name: text,
  preferred_username: text,
  email: text,
});

/** Who somebody is at a provider, and what they may do here. */
export interface Identity {
  issuer: string;
  subject: string;
  /** For the account that is made at the first sign-in. */
  displayName: string;
  username: string;
  /** The highest that the claim gives; undefined when it gives none. */
  role: Role | undefined;
}

/** Reads an ID token's claims; undefined when they are none, or of another issuer than ours. */
export function identityOf(claims: unknown, settings: SingleSignOn): Identity | undefined {
  const { data } = claimsSchema.safeParse(claims);
  if (!data || withoutSlash(data.iss) !== withoutSlash(settings.issuer)) return undefined;
  const username = usernameOf(data.preferred_username ?? data.email ?? '');
  return {
    issuer: data.iss,
    subject: data.sub,
    displayName: shownName(data.name ?? data.preferred_username ?? data.email ?? '') || username,
    username,
    role: roleOf(data, settings),
  };
}

const rank: readonly Role[] = ['agent', 'supervisor', 'admin'];

/** The highest role that a value of the claim stands for. */
export function roleOf(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, roles }: Pick<SingleSignOn, 'roleClaim' | 'roles'>,
): Role | undefined {
  const values = new Set(valuesOf(claimAt(claims, roleClaim)));
  const given = new Set(roles.filter(({ value }) => values.has(value)).map(({ role }) => role));
  return rank.findLast((role) => given.has(role));
}

/** A claim by its name, which may be an address with dots, or else by the path that its dots make. */
function claimAt(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let found: unknown = claims;
  for (const part of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part))
      return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return found;
}

function valuesOf(claim: unknown): string[] {
  if (typeof claim === 'string') return [claim];
  if (!Array.isArray(claim) || claim.length > mostValues) return [];
  return claim.filter((value) => typeof value === 'string');
}

/** A user name as admins could have given it. */
function usernameOf(from: string): string {
  const plain = from
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._@-]/g, '');
  return plain.replace(/^[^a-z0-9]{1,500}/, '').slice(0, 50) || 'person';
}

function shownName(from: string): string {
  return from
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .slice(0, 80)
    .trim();
}

function withoutSlash(issuer: string): string {
  return issuer.endsWith('/') ? issuer.slice(0, -1) : issuer;
}
