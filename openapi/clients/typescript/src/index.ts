/** Client of a Lightpath hub. What generation can do is `createHub`; the rest of this folder is what it cannot. */
export { createHub, HubError, type Hub } from './hub.js';
export { news, type Frame } from './news.js';
export { pages } from './pages.js';
export { upload, type Progress } from './upload.js';
export type { components, operations, paths } from './contract.js';
