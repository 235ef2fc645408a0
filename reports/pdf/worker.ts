// Runs in a thread of its own: renders the one document that it was started with and ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { RenderJob } from './render-in-worker.ts';
import { renderPdf } from './render.ts';

const { model, createdAt }: RenderJob = workerData;
const bytes = await renderPdf(model, { createdAt });
parentPort?.postMessage(bytes, []);
