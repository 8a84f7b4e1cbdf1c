import { type Role, roleSchema } from '@agent/protocol';
import { z } from 'zod';

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Over plain http anybody on the way could say who somebody is; on one machine there is no way. */
function isTrusted(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || loopbackHosts.has(hostname);
}

/** A value of the claim, and the role of whoever has it. */
export interface RoleOfClaim {
  value: string;
  role: Role;
}

/** `support-agents:agent,leads:supervisor,it:admin`. A value may have colons in it, the role has none. */
const rolesSchema = z.string().transform((text, context): RoleOfClaim[] => {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return pairs.flatMap((pair) => {
    const at = pair.lastIndexOf(':');
    const value = pair.slice(0, Math.max(at, 0)).trim();
    const role = roleSchema.safeParse(pair.slice(at + 1).trim());
    if (value !== '' && role.success) return { value, role: role.data };
    context.addIssue(
      `must be value:role pairs (agent, supervisor or admin), not "${pair.slice(0, 80)}"`,
    );
    return [];
  });
});

/** Single sign-on by OpenID Connect. Without OIDC_ISSUER there is none. */
export const singleSignOnEnvSchema = z.object({
  /** The provider, as it names itself: its `/.well-known/openid-configuration` is read. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an https:// URL' })
    .refine(isTrusted, 'must be an https:// URL (http:// only on this machine)')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the button of the sign-in page says: "Sign in with …". */
  OIDC_NAME: z.string().trim().min(1).max(40).default('single sign-on'),
  /** What is asked for; a provider may want another one to tell groups. */
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'must hold openid')
    .default('openid profile email'),
  /** Claim of the ID token that says what somebody may do; with dots it leads into objects. */
  OIDC_ROLE_CLAIM: z.string().min(1).max(200).default('groups'),
  /** Which values of it stand for which role. */
  OIDC_ROLES: rolesSchema.optional(),
});
type SingleSignOnEnv = z.output<typeof singleSignOnEnvSchema>;

/** How people sign in elsewhere. */
export interface SingleSignOn {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
  scope: string;
  roleClaim: string;
  roles: readonly RoleOfClaim[];
}

/** Names what is missing of a single sign-on that is half set. */
export function singleSignOnLacks(env: SingleSignOnEnv): readonly (keyof SingleSignOnEnv)[] {
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const;
  const missing = needed.filter((name) => env[name] === undefined || env[name].length === 0);
  return missing.length === needed.length ? [] : missing;
}

/** The single sign-on that is set; undefined without one. */
export function singleSignOnOf(env: SingleSignOnEnv): SingleSignOn | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES } = env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_ROLES) return undefined;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: env.OIDC_NAME,
    scope: env.OIDC_SCOPE,
    roleClaim: env.OIDC_ROLE_CLAIM,
    roles: OIDC_ROLES,
  };
}
