import { cookies } from 'next/headers';
import { THEME_COOKIE, type Theme, themeSchema } from '#client/preferences/theme.ts';

/** The theme this browser has chosen. */
export async function readTheme(): Promise<Theme> {
  return themeSchema.parse((await cookies()).get(THEME_COOKIE)?.value ?? 'system');
}
