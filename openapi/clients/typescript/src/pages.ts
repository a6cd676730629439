import { HubError } from './hub.js';

/**
 * The entries of a list, page after page as they are asked for, along `Link: <...>; rel="next"`.
 *
 * @param first address of the first page
 * @param get asks for one page, with a token if it needs one; `fetch` by default
 */
export async function* pages<T>(
  first: URL,
  get: (address: URL) => Promise<Response> = (address) => fetch(address),
): AsyncGenerator<T> {
  for (let address: URL | undefined = first; address !== undefined; ) {
    const answer: Response = await get(address);
    if (!answer.ok) {
      throw new HubError(await answer.json());
    }
    yield* (await answer.json()) as T[];
    address = next(answer, address);
  }
}

function next(answer: Response, base: URL): URL | undefined {
  const link = /<([^>]*)>\s*;\s*rel="?next"?/.exec(answer.headers.get('Link') ?? '')?.[1];
  return link === undefined ? undefined : new URL(link, base);
}
