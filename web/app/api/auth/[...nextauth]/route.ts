import { authHandler } from '../../../../server/auth-handler.ts';

export const GET = authHandler;
export const POST = authHandler;
