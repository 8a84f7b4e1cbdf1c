import { authHandler } from '#server/access/auth-handler.ts';

export const GET = authHandler;
export const POST = authHandler;
