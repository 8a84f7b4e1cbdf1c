import { metricsResponse } from '#server/http/metrics-response.ts';
import { services } from '#server/services.ts';

export function GET(request: Request): Promise<Response> {
  return metricsResponse(services(), request.headers);
}
