import { json } from '../../../../../../server/http/respond.ts';
import { route } from '../../../../../../server/http/route.ts';
import { acceptOffer } from '../../../../../../server/use-cases/accept-offer.ts';

export const POST = route(
  'POST /api/calls/{id}/offer/accept',
  async ({ services, viewer, callId }) => json(await acceptOffer(services, viewer, callId)),
);
