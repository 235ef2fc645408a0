// The same reading behind a real server: clients that go away, and answers to uploads that are refused.
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import http from 'node:http';
import { randomUUIDv7 } from 'node:crypto';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEvidenceFiles } from '#app/adapters/evidence-files/evidence-files.ts';
import { fileKind } from '#app/adapters/evidence-files/file-kind.ts';
import { readUpload } from '#app/http/forms/read-upload.ts';
import { BOUNDARY, multipart } from '#tests/support/multipart.ts';
import { PDF } from '#tests/support/upload-corpus.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'socket-'));
const files = openEvidenceFiles(folder, randomUUIDv7);
const results: unknown[] = [];
const type = `multipart/form-data; boundary=${BOUNDARY}`;

const server = http.createServer(
  createRequestListener(async (request) => {
    const result = await readUpload(request, { files, judgeFile: fileKind });
    results.push(result.ok ? 'kept' : result.problem.code);
    return new Response(result.ok ? 'kept' : result.problem.code, {
      status: result.ok ? 200 : 422,
    });
  }),
);
let port = 0;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => server.close());

async function settled(count: number) {
  while (results.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('a browser hears that its file of 30 MB is too large', async () => {
  const content = Buffer.alloc(30 * 1024 * 1024, 'a');
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(multipart([{ name: 'file', filename: 'a.txt', content }])),
  });
  expect(await response.text()).toBe('too-large');
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['with the length that it promised', 'Content-Length: 5000000'],
  ['in chunks', 'Transfer-Encoding: chunked'],
])('a client that drops its connection in the middle leaves nothing: %s', async (_, header) => {
  const before = results.length;
  const body = multipart([{ name: 'file', filename: 'a.pdf', content: PDF }]).subarray(0, 150);
  const socket = net.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n${header}\r\n\r\n`);
  const chunked = header.startsWith('Transfer');
  socket.write(chunked ? `${body.length.toString(16)}\r\n` : '');
  socket.write(body);
  while (!readdirSync(folder).some((name) => name.endsWith('.part'))) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  socket.destroy();
  await settled(before + 1);
  expect(results.at(-1)).toBe('aborted');
  expect(readdirSync(folder)).toEqual([]);
});
