import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_LIMITS } from '#app/domain/limits.ts';
import type { EvidenceFields } from '#app/domain/evidence/check-evidence.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { changeEvidence } from '#app/use-cases/evidence/change-evidence.ts';
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.ts';
import { files, evidence } from '#db/tables.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';
import { storedText } from '#tests/support/uploads.ts';

const link = {
  title: 'Minutes',
  description: 'Who leads.',
  link: 'https://example.org/m',
  file: null,
};

function onDisk({ config }: Services): readonly string[] {
  return readdirSync(path.join(config.dataFolder, 'files'));
}

async function started() {
  const { id: assessmentId, ...rest } = await startedAssessment();
  return { ...rest, assessmentId, place: { assessmentId, criterion: 'G1' } };
}

describe('attaching evidence', () => {
  test('a file is there with its name, its row and one event', async () => {
    const { services, lead, place, trail } = await started();
    const file = await storedText(services);
    const result = await attachEvidence(services, lead, { ...place, ...link, link: null, file });
    expect(result).toMatchObject({ ok: true });
    const view = await assessmentView(services, lead, place.assessmentId);
    expect(view?.evidence).toMatchObject([
      {
        item: { criterion: 'G1', title: 'Minutes', version: 1, createdBy: lead.id },
        file: 'minutes.txt',
        fileSize: 7,
        mediaType: 'text/plain',
      },
    ]);
    expect(view?.progress.criteria.get('G1')).toBe('in-progress');
    expect(onDisk(services)).toEqual([file.id]);
    expect((await trail()).map(({ event }) => event)).toEqual(['evidence-attached']);
    expect(JSON.stringify(await trail())).not.toContain('Minutes');
  });

  test('SEC-73 thirty at once: exactly as many as a criterion may have are attached', async () => {
    const { services, lead, place, trail } = await started();
    const stored = await Promise.all(Array.from({ length: 30 }, () => storedText(services)));
    const results = await Promise.all(
      stored.map((file) => attachEvidence(services, lead, { ...place, ...link, file })),
    );
    const most = EVIDENCE_LIMITS.itemsPerCriterion;
    expect(results.filter(({ ok }) => ok)).toHaveLength(most);
    const refusals = results.filter(({ ok }) => !ok);
    expect(refusals).toHaveLength(30 - most);
    for (const refusal of refusals) {
      expect(refusal).toEqual({ ok: false, problem: { code: 'too-many-items', most } });
    }
    expect(await services.engine.db.select().from(evidence)).toHaveLength(most);
    expect(await services.engine.db.select().from(files)).toHaveLength(most);
    expect(onDisk(services)).toHaveLength(most);
    expect(await trail()).toHaveLength(most);
  });

  test('another criterion has its own limit', async () => {
    const { services, lead, place } = await started();
    for (let item = 0; item < EVIDENCE_LIMITS.itemsPerCriterion; item += 1) {
      await attachEvidence(services, lead, { ...place, ...link });
    }
    expect(
      await attachEvidence(services, lead, { ...place, ...link, criterion: 'G2' }),
    ).toMatchObject({ ok: true });
  });

  test('SEC-73 a department’s files never pass 2 GB, however many arrive at once', async () => {
    const { services, lead, place } = await started();
    const most = EVIDENCE_LIMITS.departmentBytes;
    const large = { ...(await storedText(services)), size: most - 15 };
    expect(await attachEvidence(services, lead, { ...place, ...link, file: large })).toMatchObject({
      ok: true,
    });
    const stored = await Promise.all(Array.from({ length: 6 }, () => storedText(services)));
    const results = await Promise.all(
      stored.map((file, index) =>
        attachEvidence(services, lead, {
          ...place,
          ...link,
          criterion: index % 2 === 0 ? 'G1' : 'G2',
          file,
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problem: { code: 'department-full', most, has: most - 1 },
    });
    expect(onDisk(services)).toHaveLength(3);
  });

  test('SEC-73 an organisation’s files never pass what they may take, however many arrive at once', async () => {
    const { services, lead, place } = await started();
    const small = { ...services, config: { ...services.config, evidenceQuotaBytes: 30 } };
    const stored = await Promise.all(Array.from({ length: 8 }, () => storedText(services)));
    const results = await Promise.all(
      stored.map((file) => attachEvidence(small, lead, { ...place, ...link, file })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(4);
    expect(results.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problem: { code: 'organisation-full', most: 30, has: 28 },
    });
    expect(onDisk(services)).toHaveLength(4);
    expect(await attachEvidence(small, lead, { ...place, ...link })).toMatchObject({ ok: true });
  });

  test.each<[string, Partial<EvidenceFields>, readonly object[]]>([
    ['no title', { title: ' \n ' }, [{ field: 'title', code: 'required' }]],
    [
      'long texts',
      { title: 'x'.repeat(201), description: 'x'.repeat(2_001) },
      [
        { field: 'title', code: 'too-long', most: 200 },
        { field: 'description', code: 'too-long', most: 2_000 },
      ],
    ],
    ['neither file nor link', { link: '  ' }, [{ field: 'file', code: 'required' }]],
    ...[
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://example.org/x',
      '//example.org',
      '/files/x',
      'https:example.org',
      'https://',
      'https://example.org/\u0000',
      'not an address',
    ].map((written): [string, Partial<EvidenceFields>, readonly object[]] => [
      written,
      { link: written },
      [{ field: 'link', code: 'not-a-web-address' }],
    ]),
    ...(
      [
        ['https://trusted.example@evil.example/', 'name-in-address'],
        ['https://exa mple.org', 'space-in-address'],
        ['https://example.org/our plan.pdf', 'space-in-address'],
        ['https://example.org/our\u00A0plan.pdf', 'space-in-address'],
        ['https:\\\\example.org', 'backslash-in-address'],
        ['https://example.org\\plans\\a.pdf', 'backslash-in-address'],
      ] as const
    ).map(([written, code]): [string, Partial<EvidenceFields>, readonly object[]] => [
      written,
      { link: written },
      [{ field: 'link', code }],
    ]),
    [
      'a long link',
      { link: `https://example.org/${'x'.repeat(2_000)}` },
      [{ field: 'link', code: 'too-long', most: 2_000 }],
    ],
  ])('%s is refused', async (_, parts, fields) => {
    const { services, lead, place, trail } = await started();
    const typed = { ...place, ...link, ...parts };
    expect(await attachEvidence(services, lead, typed)).toEqual({
      ok: false,
      problem: { code: 'not-valid', fields },
    });
    expect(await trail()).toEqual([]);
  });

  test('a refused file is not kept, whatever the reason', async () => {
    const { services, lead, place } = await started();
    const stranger = personWith('assessment-lead', 'south', 'pharmacy');
    const attempts = [
      { actor: stranger, command: { ...place, ...link } },
      { actor: lead, command: { ...place, ...link, title: '' } },
      { actor: lead, command: { ...place, ...link, criterion: 'Z9' } },
      { actor: lead, command: { ...place, ...link, assessmentId: 'none' } },
    ];
    for (const { actor, command } of attempts) {
      const file = await storedText(services);
      expect(await attachEvidence(services, actor, { ...command, file })).toMatchObject({
        ok: false,
      });
      expect(onDisk(services)).toEqual([]);
    }
  });

  test('where the commit fails the stored file is removed, and the failure goes on', async () => {
    const { services, lead, place } = await started();
    const file = await storedText(services);
    const commit = async () => {
      throw new Error('the disk is gone');
    };
    const broken: Services = { ...services, engine: { ...services.engine, commit } };
    await expect(attachEvidence(broken, lead, { ...place, ...link, file })).rejects.toThrow(
      'the disk is gone',
    );
    expect(onDisk(services)).toEqual([]);
  });

  test('texts are kept as typed, new lines as one character', async () => {
    const { services, lead, place } = await started();
    const description = 'Zoë: \u202E"x" <b>&amp;</b>\r\nsecond line';
    await attachEvidence(services, lead, { ...place, ...link, title: ' Ŵyn ', description });
    const view = await assessmentView(services, lead, place.assessmentId);
    expect(view?.evidence[0]?.item).toMatchObject({
      title: 'Ŵyn',
      description: description.replace('\r\n', '\n'),
    });
  });
});

describe('changing and removing evidence', () => {
  async function attached(withFile = false) {
    const begun = await started();
    const { services, lead, place } = begun;
    const file = withFile ? await storedText(services) : null;
    const result = await attachEvidence(services, lead, { ...place, ...link, file });
    if (!result.ok) throw new Error(result.problem.code);
    const { assessmentId } = begun;
    return { ...begun, ids: { assessmentId, evidenceId: result.value.id } };
  }

  test('a change counts up the version; the same again changes nothing', async () => {
    const { services, lead, ids, trail } = await attached();
    const command = { ...ids, ...link, title: 'Minutes of March', readVersion: 1 };
    expect(await changeEvidence(services, lead, command)).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect(await changeEvidence(services, lead, command)).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect((await trail()).map(({ event }) => event)).toEqual([
      'evidence-attached',
      'evidence-changed',
    ]);
  });

  test('the second of two people gets both versions and who saved the first', async () => {
    const { services, lead, colleague, ids, trail } = await attached();
    const [hers, mine] = ['Hers', 'Mine'].map((title) => ({
      ...ids,
      ...link,
      title,
      readVersion: 1,
    }));
    if (hers === undefined || mine === undefined) throw new Error('two commands');
    await changeEvidence(services, colleague, hers);
    expect(await changeEvidence(services, lead, mine)).toMatchObject({
      ok: false,
      problem: {
        code: 'changed-meanwhile',
        saved: { title: 'Hers', version: 2 },
        savedBy: 'Siân O’Dowd',
        savedAt: '2027-03-01T09:00:00.000Z',
        yours: { title: 'Mine' },
      },
    });
    expect(await removeEvidence(services, lead, { ...ids, readVersion: 1 })).toMatchObject({
      ok: false,
      problem: { code: 'changed-meanwhile', saved: { title: 'Hers' } },
    });
    expect(await trail()).toHaveLength(2);
  });

  test('what a colleague has taken away is not changed any more', async () => {
    const { services, lead, colleague, ids } = await attached();
    await removeEvidence(services, colleague, { ...ids, readVersion: 1 });
    const typed = { ...ids, ...link, title: 'Mine', readVersion: 1 };
    expect(await changeEvidence(services, lead, typed)).toEqual({
      ok: false,
      problem: {
        code: 'changed-meanwhile',
        saved: null,
        savedBy: null,
        savedAt: null,
        yours: typed,
      },
    });
    expect(await removeEvidence(services, lead, { ...ids, readVersion: 1 })).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  test('the link of an item without a file stays required', async () => {
    const [without, withFile] = [await attached(), await attached(true)];
    const typed = { ...link, link: null, readVersion: 1 };
    expect(
      await changeEvidence(without.services, without.lead, { ...without.ids, ...typed }),
    ).toMatchObject({ ok: false, problem: { fields: [{ field: 'file', code: 'required' }] } });
    expect(
      await changeEvidence(withFile.services, withFile.lead, { ...withFile.ids, ...typed }),
    ).toMatchObject({ ok: true });
  });

  test('removing takes the row and the file; of two at once one does it', async () => {
    const { services, lead, colleague, ids, trail } = await attached(true);
    const results = await Promise.all(
      [lead, colleague].map((actor) => removeEvidence(services, actor, { ...ids, readVersion: 1 })),
    );
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { criterion: 'G1' } }]);
    expect(onDisk(services)).toEqual([]);
    expect(await services.engine.db.select().from(files)).toEqual([]);
    expect((await trail()).map(({ event }) => event)).toEqual([
      'evidence-attached',
      'evidence-removed',
    ]);
  });
});
