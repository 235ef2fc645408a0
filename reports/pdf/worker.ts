// Runs in a thread of its own: renders the one document that it was started with and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { renderPdf } from './render.ts';

const bytes = await renderPdf(workerData.model, { createdAt: workerData.createdAt });
parentPort?.postMessage(bytes);
