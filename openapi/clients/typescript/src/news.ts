import type { components } from './contract.js';

/** One piece of news, as `asyncapi.yaml` describes it. */
export type Frame =
  | { topic: 'jobs'; site: string; data: components['schemas']['Job'] }
  | { topic: string; site: string; data: Record<string, unknown> };

/** How many frames wait for a slow reader before the connection is given up. */
const MAX_WAITING = 1024;

/**
 * The news of a site from now on, until the connection ends or `signal` says so. There is no replay: who must not miss
 * anything asks for the present state after the first frame, and again after each new connection.
 *
 * @param baseUrl the hub's address, `http://127.0.0.1:8080`
 * @throws Error if the hub cannot be reached, closes with anything but 1000 and 1001, or the reader lags 1024 frames
 */
export async function* news(baseUrl: string, site: string, signal?: AbortSignal): AsyncGenerator<Frame> {
  const address = new URL(`/hub?site=${encodeURIComponent(site)}`, baseUrl.replace(/^http/, 'ws'));
  const socket = new WebSocket(address);
  const waiting: Frame[] = [];
  let end: { failure?: Error } | undefined;
  let wake = () => {};
  const finish = (failure?: Error) => {
    end ??= failure === undefined ? {} : { failure };
    wake();
  };
  socket.onmessage = (event) => {
    if (waiting.push(JSON.parse(event.data)) > MAX_WAITING) {
      finish(new Error(`the reader of the news of ${site} lags more than ${MAX_WAITING} frames`));
      socket.close();
    }
    wake();
  };
  socket.onerror = () => finish(new Error(`${address} cannot be reached`));
  socket.onclose = ({ code, reason }) =>
    finish(code === 1000 || code === 1001 ? undefined : new Error(`${address} closed with ${code} ${reason}`));
  signal?.addEventListener('abort', () => finish());
  try {
    while (end === undefined || (waiting.length > 0 && end.failure === undefined)) {
      yield* waiting.splice(0);
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (waiting.length > 0 || end !== undefined) resolve();
      });
    }
    if (end.failure !== undefined) throw end.failure;
  } finally {
    socket.close();
  }
}
