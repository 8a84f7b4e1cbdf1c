import { acceptOffer } from '#server/desk/accept-offer.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route(
  'POST /api/calls/{id}/offer/accept',
  async ({ services, viewer, callId }) => json(await acceptOffer(services, viewer, callId)),
);
