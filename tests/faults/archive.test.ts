// Archives that cannot be whole: only that answer breaks off, and nothing of it stays open (REL-19, REL-30).
import { once } from 'node:events';
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, valueOf, type Visitor, visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

let app: AppServer;
let lead: Visitor;
let id: string;

beforeAll(async () => {
  app = await startApp();
  lead = await signedInAs(app, PEOPLE.lead);
  id = valueOf(
    app.folder,
    "select a.id from assessments a join departments d on d.id = a.department_id where d.name like 'Therapies%'",
  );
});
afterAll(() => app?.stop());

/** Attaches a file that cannot be compressed, so that it does not fit between the two programs. */
async function attach(title: string): Promise<string> {
  const form = new FormData();
  form.set('title', title);
  const text = randomBytes(15_000_000).toString('base64');
  form.set('file', new Blob([text]), `${title}.txt`);
  const answer = await lead.upload(`/assessments/${id}/criteria/G2/evidence`, form);
  expect(answer.status).toBe(303);
  const file = valueOf(app.folder, 'select file_id from evidence where title = ?', title);
  return path.join(app.folder, 'files', file);
}

/** A client that reads the archive as far as the head of this file and then stops reading. */
async function slowClient(name: string) {
  const { hostname, port } = new URL(app.origin);
  const socket = net.connect({ host: hostname, port: Number(port) });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(
    `GET /assessments/${id}/archive HTTP/1.1\r\nHost: x\r\nCookie: ${lead.cookie()}\r\n\r\n`,
  );
  let tail = '';
  await new Promise<void>((resolve, reject) => {
    socket.once('close', () => reject(new Error(`no ${name} in the archive`)));
    const look = (piece: Buffer) => {
      tail = tail.slice(-200) + piece.toString('latin1');
      if (!tail.includes(name)) return;
      socket.off('data', look);
      socket.pause();
      resolve();
    };
    socket.on('data', look);
  });
  return socket;
}

/** Reads the rest, which must end without the end of an answer. */
async function expectBrokenOff(socket: net.Socket): Promise<void> {
  const closed = once(socket, 'close');
  let last = '';
  socket.on('data', (piece: Buffer) => (last = piece.subarray(-5).toString('latin1')));
  socket.resume();
  await closed;
  expect(last).not.toBe('0\r\n\r\n');
}

/** Which evidence files the service has open at the moment. */
function openFiles(): readonly string[] {
  const folder = `/proc/${app.process.pid}/fd`;
  return readdirSync(folder)
    .map((name) => {
      try {
        return readlinkSync(path.join(folder, name));
      } catch {
        // Closed since the folder was listed.
        return '';
      }
    })
    .filter((target) => target.startsWith(path.join(app.folder, 'files')));
}

const said = (event: string) => app.lines.filter((line) => line.includes(`"event":"${event}"`));

test('a file that is removed while a slow client downloads is still whole in its archive', async () => {
  const file = await attach('Removed meanwhile');
  const socket = await slowClient('Removed-meanwhile');
  expect(openFiles()).toContain(file);
  rmSync(file);
  let length = 0;
  socket.on('data', (piece: Buffer) => (length += piece.length));
  socket.resume();
  const ended = new Promise((resolve) => {
    socket.on('data', (piece: Buffer) => {
      if (piece.subarray(-5).toString('latin1') === '0\r\n\r\n') resolve(true);
    });
    socket.on('close', () => resolve(false));
  });
  expect(await ended).toBe(true);
  expect(length).toBeGreaterThan(5_000_000);
  socket.destroy();
  // The next one cannot have it, and says so.
  const next = await lead.get(`/assessments/${id}/archive`);
  expect(next.status).toBe(200);
  expect(Buffer.from(next.bytes).includes('"gaps"')).toBe(false);
  await expect.poll(() => said('archive-incomplete')).toHaveLength(1);
  expect((await visitor(app).get('/healthz')).status).toBe(200);
});

test('a file that is cut short while a slow client downloads breaks off that answer and nothing else', async () => {
  const file = await attach('Cut meanwhile');
  const socket = await slowClient('Cut-meanwhile');
  expect(openFiles()).toContain(file);
  truncateSync(file, 1000);
  await expectBrokenOff(socket);
  await expect.poll(() => said('response-failed')).toHaveLength(1);
  expect(said('uncaught')).toEqual([]);
  expect((await visitor(app).get('/healthz')).status).toBe(200);
  expect(openFiles()).toEqual([]);
});

test('a file that is overwritten in its place meanwhile breaks off that answer, too', async () => {
  const file = await attach('Overwritten meanwhile');
  const { size } = statSync(file);
  const socket = await slowClient('Overwritten-meanwhile');
  const handle = openSync(file, 'r+');
  writeSync(handle, 'Other bytes', size - 100);
  closeSync(handle);
  await expectBrokenOff(socket);
  expect((await visitor(app).get('/healthz')).status).toBe(200);
  expect(openFiles()).toEqual([]);
});

test('a client that goes leaves no file open', async () => {
  const file = await attach('Left alone');
  for (let time = 0; time < 5; time += 1) {
    const socket = await slowClient('Left-alone');
    expect(openFiles()).toContain(file);
    socket.destroy();
    await expect.poll(openFiles).toEqual([]);
  }
  const head = await lead.ask('HEAD', `/assessments/${id}/archive`);
  expect([head.status, openFiles()]).toEqual([200, []]);
  expect(readFileSync(file).length).toBeGreaterThan(5_000_000);
});
