import { HubError } from './hub.js';
import type { components } from './contract.js';

/** Hears how many bytes of how many are sent. */
export type Progress = (sent: number, total: number) => void;

/**
 * Sends a file by the form that `POST /api/upload` gave. Browsers tell how far it is; elsewhere the end alone is told.
 *
 * @param form the answer of `POST /api/upload`
 */
export async function upload(
  form: components['schemas']['UploadForm'],
  file: Blob,
  progress: Progress = () => {},
): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) {
    body.append(name, value);
  }
  body.append('file', file, form.fields.key.split('/').pop());
  await (typeof XMLHttpRequest === 'undefined' ? byFetch(form.url, body) : byRequest(form.url, body, progress));
  progress(file.size, file.size);
}

async function byFetch(url: string, body: FormData): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body });
  if (!answer.ok) {
    throw new HubError(await answer.json());
  }
}

/** `fetch` knows nothing of progress. */
function byRequest(url: string, body: FormData, progress: Progress): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => progress(event.loaded, event.total);
    request.onerror = () => reject(new TypeError(`${url} could not be reached`));
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new HubError(JSON.parse(request.responseText)));
    request.open('POST', url);
    request.send(body);
  });
}
