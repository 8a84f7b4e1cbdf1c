export async function GET(request: Request) {
  return Response.json({ status: 'ok', at: request.headers.get('x-peer-address'), x: request.headers.get('x-forwarded-for') });
}
