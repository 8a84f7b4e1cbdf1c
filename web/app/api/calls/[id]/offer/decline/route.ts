import { declineOffer } from '#server/desk/decline-offer.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route(
  'POST /api/calls/{id}/offer/decline',
  async ({ services, viewer, callId }) => {
    await declineOffer(services, viewer, callId);
    return noContent();
  },
);
