import { deskApp, manifestOf } from '../../app-manifest.ts';

/** How the desk is installed as an app. */
export function GET(): Response {
  return manifestOf(deskApp);
}
