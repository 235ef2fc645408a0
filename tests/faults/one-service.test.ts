// One service per data folder, a stop that finishes what is under way, and health (REL-20, 23, 25).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, valueOf, visitor, withDatabase } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

const apps: AppServer[] = [];

afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.stop()));
});

async function started(folder?: string): Promise<AppServer> {
  const app = await startApp({ own: true, ...(folder === undefined ? {} : { folder }) });
  apps.push(app);
  return app;
}

describe('REL-20 two services on one folder', () => {
  test('the second is refused with what to do, and the first goes on', async () => {
    const first = await started();
    const error = await startApp({ folder: first.folder, own: true }).then(
      () => 'started',
      (reason: unknown) => String(reason),
    );
    expect(error).toMatch(/ended with 1: .* is in use by another running service\. Stop that one/);
    expect(error).not.toContain('    at ');
    expect((await visitor(first).get('/readyz')).status).toBe(200);
  });

  test('the lock of one that was killed is taken over', async () => {
    const first = await started();
    await first.kill('SIGKILL');
    const second = await started(first.folder);
    expect((await visitor(second).get('/readyz')).status).toBe(200);
  });

  test('the lock of one that has stopped is free', async () => {
    const first = await started();
    expect((await visitor(first).get('/readyz')).status).toBe(200);
    expect(await first.kill('SIGTERM')).toBe(0);
    expect((await visitor(await started(first.folder)).get('/readyz')).status).toBe(200);
  });
});

describe('REL-23 a stop', () => {
  test('finishes what is under way, takes nothing new, and ends well', async () => {
    const app = await started();
    const person = await signedInAs(app, PEOPLE.lead);
    const id = valueOf(
      app.folder,
      "select a.id from assessments a join departments d on d.id = a.department_id where d.name like 'Therapies%'",
    );
    const { hostname, port } = new URL(app.origin);
    const socket = net.connect({ host: hostname, port: Number(port) });
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString();
    });
    const body = new URLSearchParams({
      objective: 'Saved while stopping',
      priority: 'high',
      status: 'on-track',
    }).toString();
    socket.write(
      [
        `POST /assessments/${id}/actions/new HTTP/1.1`,
        'Host: x',
        `Origin: ${app.origin}`,
        `Cookie: ${person.cookie()}`,
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${body.length}`,
        '\r\n',
      ].join('\r\n') + body.slice(0, 20),
    );
    const report = person.get(`/assessments/${id}/documents/self-assessment`);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const ended = app.kill('SIGTERM');
    const refused = () =>
      visitor(app)
        .get('/healthz')
        .then(() => 'answered', String);
    await expect.poll(refused, { timeout: 10_000 }).toContain('fetch failed');
    socket.write(body.slice(20));
    expect(await ended).toBe(0);
    expect(answer).toMatch(/^HTTP\/1\.1 303 /);
    expect(
      Buffer.from((await report).bytes)
        .subarray(-6)
        .toString(),
    ).toContain('%%EOF');
    const saved = "select count(*) from actions where objective = 'Saved while stopping'";
    expect(valueOf(app.folder, saved)).toBe('1');
  });

  test('REL-23 answers every request that has arrived, and says when it stops and has stopped', async () => {
    const app = await started();
    const person = await signedInAs(app, PEOPLE.lead);
    const { hostname, port } = new URL(app.origin);
    const asked = Array.from({ length: 40 }, async () => {
      const socket = net.connect({ host: hostname, port: Number(port) });
      let answer = '';
      socket.on('data', (piece: Buffer) => {
        answer += piece.toString('latin1');
      });
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.on('error', () => {});
      await once(socket, 'connect');
      socket.write(`GET /help HTTP/1.1\r\nHost: x\r\nCookie: ${person.cookie()}\r\n\r\n`);
      return { closed, answer: () => answer };
    });
    const sockets = await Promise.all(asked);
    expect(await app.kill('SIGTERM')).toBe(0);
    await Promise.all(sockets.map(({ closed }) => closed));
    const statuses = sockets.map(({ answer }) => answer().slice(0, 12));
    expect(statuses).toEqual(Array.from({ length: 40 }, () => 'HTTP/1.1 200'));
    for (const { answer } of sockets) expect(answer()).toContain('</html>');
    const events = app.lines.flatMap((line) => /"event":"(stopp\w+)"/.exec(line)?.[1] ?? []);
    expect(events).toEqual(['stopping', 'stopped']);
  });

  test('asked for twice is at once', async () => {
    const app = await started();
    const { hostname, port } = new URL(app.origin);
    const socket = net.connect({ host: hostname, port: Number(port) });
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write('POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begun = performance.now();
    void app.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await app.kill('SIGTERM');
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('REL-25 health', () => {
  let app: AppServer;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.stop());

  test('says only whether the process lives and can do its work', async () => {
    for (const [address, text] of [
      ['/healthz', 'ok\n'],
      ['/readyz', 'ready\n'],
    ] as const) {
      const answer = await visitor(app).get(address);
      expect([answer.status, answer.text]).toEqual([200, text]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  test('is not ready while the database takes no write', async () => {
    const broken = await started();
    withDatabase(broken.folder, (database) =>
      database.exec(
        "create trigger full before insert on failed_tries begin select raise(abort, 'full'); end",
      ),
    );
    const [ready, alive] = [
      await visitor(broken).get('/readyz'),
      await visitor(broken).get('/healthz'),
    ];
    expect([ready.status, ready.text, alive.status]).toEqual([503, 'not ready\n', 200]);
  });

  test('is answered while another program holds the database', async () => {
    const holder = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import Database from 'better-sqlite3';
         const database = new Database(process.argv[1]);
         database.exec('begin immediate');
         console.log('held');
         setTimeout(() => {}, 60000);`,
        `${app.folder}/charter.db`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    expect((await visitor(app).get('/healthz')).status).toBe(200);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect((await visitor(app).get('/readyz')).status).toBe(200);
  });
});
