/**
 * The main job: logs in, asks for an exposure, hears of its end, finds the image, reads the file, takes the pipeline's
 * item. `node dist/example/main-job.js http://127.0.0.1:8080 ada ada saf` (Node 20: `node --experimental-websocket`).
 */
import { createHub, news, upload, type components } from '../src/index.js';

declare const process: { argv: string[] };

type Job = components['schemas']['Job'];

const [baseUrl = 'http://127.0.0.1:8080', username = 'ada', password = 'ada', site = 'saf'] = process.argv.slice(2);

let token: string | undefined;
const hub = createHub(baseUrl, () => token);

const login = await hub.POST('/api/token', {
  body: { grant_type: 'password', username, password },
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
});
token = login.data!.access_token;
console.log(`logged in as ${username}`);

const listening = new AbortController();
const heard = news(baseUrl, site, listening.signal);
let next = heard.next();

const { data: job } = await hub.POST('/jobs/newjob', {
  body: {
    site,
    device: 'camera',
    instance: 'camera1',
    action: 'expose',
    user_name: username,
    user_id: username,
    required_params: { time: '0.2', image_type: 'light' },
    optional_params: { filter: 'lum', object: 'M13' },
  },
});
console.log(`job ${job!.ulid}`);

const ended = await endOf(job!.ulid);
console.log(ended.statusId);

const base = ended.images[0]!;
const { data: image } = await hub.GET('/api/image/{base_filename}', { params: { path: { base_filename: base } } });
console.log(`image ${image!.base_filename} of ${image!.exposure_time} s`);

const { data: link } = await hub.POST('/api/download', {
  body: { object_name: `${base}-EX10.jpg`, s3_directory: 'data' },
  parseAs: 'text',
});
const preview = await (await fetch(link!)).arrayBuffer();
console.log(`preview of ${preview.byteLength} bytes`);

const { data: form } = await hub.POST('/api/upload', { body: { object_name: 'main-job.txt', s3_directory: 'test' } });
await upload(form!, new Blob(['hello']), (sent, total) => console.log(`sent ${sent} of ${total} bytes`));

const { data: item } = await hub.POST('/api/pipe/queue/{queue_name}/dequeue', { params: { path: { queue_name: site } } });
console.log(`item ${item!.id} of ${item!.queue_name}`);

/** The job once it has ended. The news say when to look; what came before they were heard, a look each second shows. */
async function endOf(ulid: string): Promise<Job> {
  const patience = AbortSignal.timeout(90_000);
  while (!patience.aborted) {
    const { data } = await hub.GET('/jobs/{ulid}', { params: { path: { ulid } } });
    if (data?.ended_ms !== undefined) {
      listening.abort();
      return data;
    }
    const step = await Promise.race([next, new Promise<undefined>((resolve) => setTimeout(resolve, 1000))]);
    if (step !== undefined) next = heard.next();
  }
  throw new Error(`job ${ulid} did not end within 90 s`);
}
