// No reviewer learns another's rating before sealing their own, by any page, count or document; someone
// with a conflict of interest learns nothing at all (SEC-06, SEC-08).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Answer,
  signedInAs,
  type Visitor,
  valueOf,
  visitor,
  withDatabase,
  timeless,
  unescaped,
} from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { readPdf } from '#tests/support/pdf-read.ts';
import { PANEL, type ReviewedApp, reviewedApp } from '#tests/support/reviewed-app.ts';

let at: ReviewedApp;
let chair: Visitor;
let kwabena: Visitor;
let orla: Visitor;
let angharad: Visitor;
let administrator: Visitor;
let lead: Visitor;

beforeAll(async () => {
  at = await reviewedApp();
  [chair, kwabena, orla, angharad, administrator, lead] = (await Promise.all(
    [
      PANEL.chair,
      PANEL.kwabena,
      PANEL.orla,
      PANEL.angharad,
      PEOPLE.administrator,
      PEOPLE.otherDepartment,
    ].map((email) => signedInAs(at.app, email)),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor];
}, 60_000);
afterAll(() => at?.app.stop());

const REASON = 'canary-reason-quince';
const NOTE = 'canary-note-medlar';
const DRAFT = 'canary-draft-sloe';

/** Every address of the review that a member can ask for, and their list. */
function addresses(review = at.review): readonly string[] {
  const here = `/reviews/${review}`;
  return [
    '/',
    '/reviews',
    here,
    `${here}/plan`,
    ...at.criteria.map((id) => `${here}/criteria/${id}`),
    `${here}/seal`,
    `${here}/facts`,
    `${here}/evidence/${at.evidence}`,
    `${here}/discussion`,
    `${here}/discussion/G1`,
    `${here}/decision`,
  ];
}

/** An answer without what differs each time. */
function steady({ status, text }: Answer): string {
  return `${status} ${timeless(text)}`;
}

async function allOf(person: Visitor, review = at.review): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const address of addresses(review)) {
    pages.push(`${address} ${steady(await person.get(address))}`);
    pages.push(
      `${address} data ${steady(await person.get(`${address === '/' ? '/_' : address}.data`))}`,
    );
  }
  return pages;
}

/** What a page hears that keeps a text while somebody types. */
async function autosave(person: Visitor, place: string, form: Record<string, string>) {
  const { status, text } = await person.ask('POST', `/reviews/${at.review}/${place}/autosave`, {
    headers: { Origin: at.app.origin, Accept: 'application/json' },
    body: new URLSearchParams(form),
  });
  return { status, body: JSON.parse(text) };
}

async function rateEverything(person: Visitor, reason: string): Promise<void> {
  const here = `/reviews/${at.review}`;
  const declared = await person.post(here, { intent: 'declare', conflict: 'no' });
  expect(declared.status).toBe(303);
  for (const [index, criterion] of at.criteria.entries()) {
    const rated = await person.post(`${here}/criteria/${criterion}`, {
      choice: String(index % 5),
      reason: `${reason} ${criterion}`,
      version: '0',
    });
    expect(rated.status, criterion).toBe(303);
  }
  expect((await person.post(`${here}/seal`, {})).status).toBe(303);
}

test('a list of reviews leads to a start page only where it is none itself', async () => {
  const BACK = '>Start page<';
  expect((await chair.get('/reviews')).text).not.toContain(BACK);
  // Angharad Okpara-Rees is a viewer of her trust, too.
  expect((await angharad.get('/reviews')).text).toContain(BACK);
});

describe('SEC-08 who has a conflict of interest', () => {
  test('finds nothing of the review, not even that it is there', async () => {
    for (const address of addresses().slice(2)) {
      const other = address.replace(at.review, 'no-such-review');
      const [found, nothing] = [await angharad.get(address), await angharad.get(other)];
      expect(found.status, address).toBe(404);
      expect(steady(found).replaceAll(at.review, 'no-such-review'), address).toBe(steady(nothing));
    }
    const list = await angharad.get('/reviews');
    expect(list.status).toBe(200);
    expect(list.text).not.toContain(at.review);
    expect(list.text).not.toContain('Maternity');
    expect((await angharad.get(`/reviews/${at.review}/report`)).status).toBe(404);
    expect((await angharad.get(`/reviews/${at.review}/evidence/${at.evidence}/file`)).status).toBe(
      404,
    );
  });

  test('changes nothing, and that they tried is in the trail', async () => {
    const tried = () =>
      Number(
        valueOf(
          at.app.folder,
          "select count(*) from audit_events where event = 'review-shut-by-conflict' and subject = ?",
          at.review,
        ),
      );
    const before = tried();
    const here = `/reviews/${at.review}`;
    const rating = { choice: '1', reason: 'x', version: '0' };
    expect((await angharad.post(here, { intent: 'declare', conflict: 'no' })).status).toBe(404);
    expect((await angharad.post(`${here}/criteria/G1`, rating)).status).toBe(404);
    expect((await angharad.post(`${here}/seal`, {})).status).toBe(404);
    expect(tried()).toBeGreaterThan(before);
    // Nor does the panel learn of them.
    await chair.post(here, { intent: 'declare', conflict: 'no' });
    expect((await chair.get(here)).text).not.toContain('Okpara');
  });
});

describe('SEC-06 independent ratings', () => {
  test('interests come first, on every page', async () => {
    for (const address of addresses().slice(3)) {
      const answer = await kwabena.get(address);
      expect([answer.status, answer.headers.get('location')], address).toEqual([
        302,
        `/reviews/${at.review}`,
      ]);
    }
    expect((await kwabena.get(`/reviews/${at.review}`)).text).toContain(
      'Do you have a conflict of interest?',
    );
  });

  test('not a letter on any page changes when a colleague rates and seals', async () => {
    await kwabena.post(`/reviews/${at.review}`, { intent: 'declare', conflict: 'no' });
    const before = [...(await allOf(chair)), ...(await allOf(kwabena))];
    await orla.post(`/reviews/${at.review}`, { intent: 'declare', conflict: 'no' });
    // What is kept while she types, first without a rating, is as blind as what she saves by a button.
    const kept = { choice: '', reason: `${REASON} G1`, version: '0' };
    const begun = await autosave(orla, 'criteria/G1', kept);
    expect(begun).toEqual({
      status: 200,
      body: {
        version: 1,
        message: expect.stringMatching(/^Saved at \d\d:\d\d\. A rating is still needed$/),
      },
    });
    expect((await orla.get(`/reviews/${at.review}`)).text).toContain('Not complete');
    const half = [...(await allOf(chair)), ...(await allOf(kwabena))];
    expect(half.filter((page, index) => page !== before[index])).toEqual([]);
    const whole = await autosave(orla, 'criteria/G1', { ...kept, choice: '0', version: '1' });
    expect(whole.body).toEqual({
      version: 2,
      message: expect.stringMatching(/^Saved at \d\d:\d\d$/),
    });
    await rateEverything(orla, REASON);
    // Nothing is kept after the seal.
    const late = await autosave(orla, 'criteria/G1', { ...kept, reason: 'Later', version: '2' });
    expect(late.status).toBe(409);
    expect(late.body.message).toContain('You have sealed your ratings');
    expect((await orla.get(`/reviews/${at.review}/criteria/G1`)).text).not.toContain('Later');
    const sent = await orla.post(`/reviews/${at.review}/criteria/G1`, { ...kept, reason: 'Later' });
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('>Later</textarea>');
    const after = [...(await allOf(chair)), ...(await allOf(kwabena))];
    const changed = after.filter((page, index) => page !== before[index]);
    expect(changed.map((page) => page.slice(0, 80))).toEqual([]);
    expect(after).toHaveLength(before.length);
  }, 60_000);

  test('nobody else finds one of them anywhere either', async () => {
    const places = [
      '/',
      '/admin',
      '/admin/desk',
      '/admin/workload',
      '/admin/panels',
      `/admin/panels/${at.panel}`,
      `/assessments/${at.assessment}`,
      `/assessments/${at.assessment}/activity`,
      `/assessments/${at.assessment}/submission`,
      `/assessments/${at.assessment}/decision`,
      ...addresses(),
    ];
    for (const person of [administrator, lead, angharad, visitor(at.app)]) {
      for (const address of places) {
        expect((await person.get(address)).text, address).not.toContain(REASON);
      }
    }
  });

  test('the document of the submission has none of them, and no count of people', async () => {
    const report = await kwabena.get(`/reviews/${at.review}/report`);
    expect(report.headers.get('content-type')).toBe('application/pdf');
    const text = (await readPdf(report.bytes)).pages.join('\n');
    expect(text).not.toContain(REASON);
    expect(text).toContain('Confidential until the decision');
  });

  test('evidence is looked at on a page of ours, and downloaded as what it is', async () => {
    const page = await kwabena.get(`/reviews/${at.review}/evidence/${at.evidence}`);
    expect(page.status).toBe(200);
    const file = await kwabena.get(`/reviews/${at.review}/evidence/${at.evidence}/file`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    const foreign = valueOf(
      at.app.folder,
      'select id from evidence where assessment_id <> ? and file_id is not null',
      at.assessment,
    );
    expect((await kwabena.get(`/reviews/${at.review}/evidence/${foreign}/file`)).status).toBe(404);
  });

  test('the date moves with a reason; who is asked to go is not told, nor the chair who had sealed', async () => {
    const here = `/reviews/${at.review}`;
    const keeping = `/admin/panels/${at.panel}/reviews/${at.review}`;
    for (const person of [chair, kwabena, lead, angharad]) {
      expect((await person.get(keeping)).status).toBe(404);
      expect((await person.post(keeping, { intent: 'date', why: 'x' })).status).toBe(404);
    }
    const day = { 'date-day': '1', 'date-month': '9', 'date-year': '2098', 'date-time': '17:00' };
    const silent = await administrator.post(keeping, { intent: 'date', why: '', ...day });
    expect(silent.status).toBe(422);
    expect(silent.text).toContain('Say why, in at most');
    expect(silent.text).toContain('value="2098"');
    const why = 'Two of us have moved house';
    const question = await administrator.post(keeping, { intent: 'date', why, ...day });
    expect(question.status).toBe(200);
    expect(question.text).toContain('Confirm the date for ratings');
    const confirmed = unescaped(/name="confirmed" value="([^"]+)"/.exec(question.text)?.[1] ?? '');
    const sure = await administrator.post(keeping, { intent: 'date', why, ...day, confirmed });
    expect(sure.status).toBe(303);
    expect((await chair.get(here)).text).toContain('1 September 2098');
    const person = valueOf(at.app.folder, 'select id from user where email = ?', PANEL.orla);
    const ask = { intent: 'ask-replacement', member: person, because: 'Silent since May' };
    const early = await chair.post(here, ask);
    expect(early.status).toBe(409);
    expect(early.text).toContain('Ratings are due by 1 September 2098');
    withDatabase(at.app.folder, (db) => {
      db.prepare("update reviews set ratings_due_at = '2020-01-01T00:00:00.000Z' where id = ?").run(
        at.review,
      );
    });
    const others = async () => [...(await allOf(kwabena)), ...(await allOf(orla))];
    const before = await others();
    expect((await kwabena.post(here, ask)).status).not.toBe(303);
    const lacks = await chair.post(here, { ...ask, because: '' });
    expect(lacks.status).toBe(422);
    expect((await chair.post(here, ask)).status).toBe(303);
    expect(await others()).toEqual(before);
    expect((await chair.get(here)).text).toContain('The administrators have your request');
    // Orla has sealed: the administrator sees it, and the chair sees what they saw before.
    const asked = await administrator.get(keeping);
    expect(asked.text).toContain('Silent since May');
    expect(asked.text).toContain('The ratings are sealed, so the member stays');
    const pages = await allOf(chair);
    const give = { intent: 'replace', member: person, person, reason: 'x' };
    const refused = await administrator.post(keeping, give);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('has sealed their ratings, so they stay');
    expect(await allOf(chair)).toEqual(pages);
  }, 60_000);

  test('the discussion opens for those who sealed, and shows all ratings to them alone', async () => {
    const here = `/reviews/${at.review}`;
    const open = { intent: 'open-discussion' };
    expect((await chair.post(here, open)).status).not.toBe(303);
    await rateEverything(chair, 'chair');
    expect((await chair.post(here, open)).status).toBe(409);
    await rateEverything(kwabena, 'kwabena');
    expect((await orla.post(here, open)).status).not.toBe(303);
    expect((await chair.get(`${here}/discussion`)).status).toBe(302);
    expect((await chair.post(here, open)).status).toBe(303);
    for (const person of [chair, kwabena, orla]) {
      expect((await person.get(`${here}/discussion/G1`)).text).toContain(`${REASON} G1`);
    }
    // A draft in the meeting is its writer’s alone, letter by letter.
    const others = async () => [...(await allOf(kwabena)), ...(await allOf(orla))];
    const before = await others();
    const typed = { text: DRAFT, reason: DRAFT, choice: '3', version: '0', draft: '0' };
    expect(await autosave(chair, 'discussion/G1', typed)).toMatchObject({ status: 200 });
    const decision = { summary: DRAFT, outcome: 'award', draft: '0', password: PASSWORD };
    expect(await autosave(chair, 'decision', decision)).toMatchObject({ status: 200 });
    expect(await others()).toEqual(before);
    for (const address of [`${here}/discussion/G1`, `${here}/decision`]) {
      const own = (await chair.get(address)).text;
      expect(own).toContain(DRAFT);
      expect(own).not.toContain(PASSWORD);
      for (const person of [angharad, administrator, lead]) {
        expect((await person.get(address)).text).not.toContain(DRAFT);
      }
    }
    expect((await autosave(orla, 'decision', decision)).status).toBe(409);
    const note = { intent: 'note', text: NOTE };
    expect((await orla.post(`${here}/discussion/G1`, note)).status).toBe(303);
    expect((await kwabena.get(`${here}/discussion/G1`)).text).toContain(NOTE);
    for (const person of [angharad, administrator, lead]) {
      const answer = await person.get(`${here}/discussion/G1`);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain(NOTE);
    }
  }, 60_000);
});

describe('the decision', () => {
  test('is the chair’s alone, with the password, and the department reads it only then', async () => {
    const here = `/reviews/${at.review}`;
    for (const criterion of at.criteria) {
      const agreed = {
        intent: 'agree',
        choice: '2',
        reason: `agreed-${criterion}`,
        requirement: criterion === 'G1' ? 'canary-requirement-damson' : '',
        version: '0',
      };
      expect((await kwabena.post(`${here}/discussion/${criterion}`, agreed)).status).not.toBe(303);
      expect((await chair.post(`${here}/discussion/${criterion}`, agreed)).status).toBe(303);
    }
    const page = `/assessments/${at.assessment}/decision`;
    expect((await lead.get(page)).text).not.toContain('canary-requirement-damson');
    const decision = { outcome: 'award', summary: 'Well done.', password: PASSWORD };
    const stands = await chair.post(`${here}/decision`, decision);
    expect(stands.status).toBe(422);
    expect(stands.text).toContain('G1: a requirement stands, so nothing can be awarded yet');
    const advice = { recommendation: 'canary-requirement-damson', requirement: '' };
    const again = { intent: 'agree', choice: '2', reason: 'agreed-G1', ...advice, version: '1' };
    expect((await chair.post(`${here}/discussion/G1`, again)).status).toBe(303);
    expect((await kwabena.post(`${here}/decision`, decision)).status).not.toBe(303);
    const wrong = await chair.post(`${here}/decision`, { ...decision, password: 'not it' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('The password is not right');
    expect(wrong.text).not.toContain('not it');
    expect((await chair.post(`${here}/decision`, decision)).status).toBe(303);
    const read = await lead.get(page);
    expect(read.text).toContain('canary-requirement-damson');
    // Whose rating was which is the panel’s own.
    expect(read.text).not.toContain(REASON);
    const feedback = await lead.get(`${page}/feedback.pdf`);
    expect(feedback.headers.get('content-type')).toBe('application/pdf');
    expect((await readPdf(feedback.bytes)).pages.join('\n')).not.toContain(REASON);
  }, 60_000);
});
