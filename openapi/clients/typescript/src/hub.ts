import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './contract.js';

/** Every route of the hub: `hub.GET('/jobs/{ulid}', { params: { path: { ulid } } })`. */
export type Hub = Client<paths>;

/** The hub refused a request, or could not do what was asked. */
export class HubError extends Error {
  /** @param problem what the hub says about it (RFC 9457) */
  constructor(readonly problem: components['schemas']['Problem']) {
    super(problem.detail);
    this.name = 'HubError';
  }
}

/**
 * A client of one hub. An answer of 400 or more becomes a {@link HubError}.
 *
 * @param baseUrl the hub's address, `http://127.0.0.1:8080`
 * @param token gives the token for each request; without one the request goes out without
 */
export function createHub(baseUrl: string, token: () => string | undefined = () => undefined): Hub {
  const hub = createClient<paths>({ baseUrl });
  hub.use({
    onRequest({ request }) {
      const proof = token();
      if (proof !== undefined) {
        request.headers.set('Authorization', `Bearer ${proof}`);
      }
      return request;
    },
    async onResponse({ request, response }) {
      if (response.status >= 400) {
        throw new HubError(await problemOf(request, response));
      }
    },
  });
  return hub;
}

/** What the answer says; something between us and the hub may answer in words of its own. */
async function problemOf(request: Request, response: Response): Promise<components['schemas']['Problem']> {
  if (response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    return response.json();
  }
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: `${request.method} ${request.url} was answered with ${response.status} ${response.statusText}`,
    instance: new URL(request.url).pathname,
  };
}
