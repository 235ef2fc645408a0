// Renders off the main thread, so that a long document does not hold up other people's requests.
// At most two threads at a time: further documents wait for their turn.
import { Worker } from 'node:worker_threads';
import type { DocumentModel } from '#reports/model.ts';
import type { RenderOptions } from './render.ts';

/** What a thread is started with. */
export type RenderJob = RenderOptions & { readonly model: DocumentModel };

const mostThreads = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** As `renderPdf`, in a worker thread. */
export async function renderPdfOffThread(
  model: DocumentModel,
  options: RenderOptions,
): Promise<Uint8Array> {
  if (running >= mostThreads) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await renderInWorker(model, options);
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function renderInWorker(model: DocumentModel, options: RenderOptions): Promise<Uint8Array> {
  // Not relative to this module: once bundled it lies in build/server, and the worker does not.
  // The name is looked up in the nearest package.json, which is the project's from both places.
  const file = new URL(import.meta.resolve('#reports/pdf/worker.ts'));
  return new Promise((resolve, reject) => {
    const job: RenderJob = { model, createdAt: options.createdAt };
    const worker = new Worker(file, { workerData: job });
    worker.once('message', (bytes: Uint8Array) => {
      resolve(bytes);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the document's thread ended with code ${code} before it was done`));
    });
  });
}
