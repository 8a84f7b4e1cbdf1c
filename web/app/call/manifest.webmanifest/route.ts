import { callApp, manifestOf } from '../../app-manifest.ts';

/** How the customer's page is installed as an app. */
export function GET(): Response {
  return manifestOf(callApp);
}
