import { describe, expect, test } from 'vitest';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import type { Services } from '#app/services.server.ts';
import { assessmentView, organisationView } from '#app/doors/assessment-view.ts';
import { openAssessment } from '#app/doors/open-assessment.ts';
import { copyPage } from '#app/queries/assessment/copy-page.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import { factsPage } from '#app/queries/assessment/facts-page.ts';
import { organisationAnswersPage } from '#app/queries/assessment/organisation-answers-page.ts';
import { organisationNotice } from '#app/queries/assessment/organisation-answer.ts';
import { whereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { evidenceFile } from '#app/queries/evidence/open-evidence-file.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { createPerson } from '#app/use-cases/accounts/create-person.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { beginOrganisationAnswers } from '#app/use-cases/assessment/begin-organisation-answers.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { copyAnswers } from '#app/use-cases/assessment/copy-answers.ts';
import { enterFacts } from '#app/use-cases/assessment/enter-facts.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { draftDocument } from '#app/queries/assessment/make-draft-document.ts';
import { archivePlan } from '#app/queries/submission/read-archive.ts';
import { eraseEvidenceFile } from '#app/use-cases/evidence/erase-file.ts';
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.ts';
import { signOff } from '#app/use-cases/submission/sign-off.ts';
import { reopenAssessment } from '#app/use-cases/submission/step-back.ts';
import { submissionContent } from '#app/use-cases/submission/submission-content.ts';
import { listUploadedFiles } from '#db/repositories/evidence/erasures.ts';
import { inFormatTwo, withCharter } from '#tests/support/format-two.ts';
import { personWith } from '#tests/support/services.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';
import { storedText } from '#tests/support/uploads.ts';

const CHARTER = 'bme-mentoring@1.0.0';
const PASSWORD = 'three quiet lanterns';
const ADMINISTRATOR = personWith('charter-administrator', 'body', null);
const WHOLE = personWith('assessment-lead', 'north', null);

/** G1 and G3 are the organisation’s; whether G3 applies hangs on a fact, which is so, too. */
function askingOnce(charter: Charter): Charter {
  const second = inFormatTwo(charter);
  return {
    ...second,
    sections: second.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((one) =>
        one.id === 'G1' || one.id === 'G3' ? { ...one, scope: 'organisation' as const } : one,
      ),
    })),
  };
}

async function asked() {
  const started = await startedAssessment();
  const services = withCharter(started.services, CHARTER, askingOnce);
  const round = await openRound(services, ADMINISTRATOR, {
    name: 'Spring 2027',
    charter: CHARTER,
    opensAt: '2027-02-01T09:00:00.000Z',
    closesAt: '2027-04-30T16:00:00.000Z',
  });
  if (!round.ok) throw new Error(round.problem.code);
  return { ...started, services, roundId: round.value.id };
}

type Asked = Awaited<ReturnType<typeof asked>>;

async function begun(given: Asked): Promise<string> {
  const place = { organisationId: 'north', charter: CHARTER, roundId: given.roundId };
  const result = await beginOrganisationAnswers(given.services, WHOLE, place);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value.id;
}

function saying(assessmentId: string, criterion: string, narrative: string, readVersion = 0) {
  const claim = { claimed: 1, notApplicable: null } as const;
  return { assessmentId, criterion, narrative, readVersion, ...claim };
}

/** The organisation answers G1 with a file, and the department is in the round. */
async function answered() {
  const given = await asked();
  const { services, lead, id, roundId } = given;
  const set = await begun(given);
  await answerCriterion(services, WHOLE, saying(set, 'G1', 'Our sponsor is Siân O’Dowd.'));
  const item = { title: 'Minutes', description: '', link: null, kind: 'testimony' };
  const file = await storedText(services);
  const attached = { assessmentId: set, criterion: 'G1', ...item, file };
  const shown = await attachEvidence(services, WHOLE, attached);
  if (!shown.ok) throw new Error(shown.problem.code);
  await chooseRound(services, lead, { assessmentId: id, roundId });
  return { ...given, set, evidence: shown.value.id };
}

async function viewOf({ services, lead, id }: Asked) {
  const view = await assessmentView(services, lead, id);
  if (view === null) throw new Error('the assessment is gone');
  return view;
}

async function sponsorOf(services: Services): Promise<Actor> {
  const memberships = [
    { role: 'executive-sponsor', organisation: 'north', department: null },
  ] as const;
  const person = { name: 'Dr Helen Ravensdale', email: 'helen@example.org', memberships };
  const created = await createPerson(services, person, OPERATOR);
  if (!created.ok) throw new Error(created.problem.code);
  const link = await createPasswordLink(services, { userId: created.value.id }, OPERATOR);
  if (!link.ok) throw new Error(link.problem.code);
  await setPassword(services, { token: link.value.token, password: PASSWORD });
  return { id: created.value.id, ...person };
}

async function fingerprint({ services, lead, id }: Asked): Promise<string> {
  const opened = await openAssessment(services, lead, { id, act: 'read' });
  if (!opened.ok) throw new Error(opened.problem.code);
  return submissionContent(services, opened.value).sha256;
}

async function signed() {
  const given = await answered();
  const { services, id } = given;
  const sponsor = await sponsorOf(services);
  const contentSha256 = await fingerprint(given);
  const result = await signOff(services, sponsor, {
    assessmentId: id,
    password: PASSWORD,
    contentSha256,
  });
  if (!result.ok) throw new Error(result.problem.code);
  return { ...given, sponsor, contentSha256 };
}

describe('what an organisation answers once', () => {
  test('is begun once for a round and a version, by a lead of the whole organisation', async () => {
    const given = await asked();
    const { services, lead, roundId } = given;
    const place = { organisationId: 'north', charter: CHARTER, roundId };
    const set = await begun(given);
    expect(await begun(given)).toBe(set);
    const colleague = personWith('contributor', 'north', null);
    for (const [who, code] of [
      [lead, 'not-found'],
      [personWith('organisation-viewer', 'north', null), 'not-allowed'],
      [colleague, 'not-allowed'],
      [personWith('assessment-lead', 'south', null), 'not-found'],
      [ADMINISTRATOR, 'not-found'],
    ] as const) {
      expect(await beginOrganisationAnswers(services, who, place), who.id).toMatchObject({
        problem: { code },
      });
      const said = await answerCriterion(services, who, saying(set, 'G1', 'Ours'));
      expect(said, who.id).toMatchObject({ problem: { code } });
    }
    for (const other of [
      { ...place, roundId: 'no-such-round' },
      { ...place, charter: 'gender-equality-example@1.0.0' },
    ]) {
      expect(await beginOrganisationAnswers(services, WHOLE, other)).toMatchObject({
        problem: { code: 'no-such-round' },
      });
    }
  });

  test('holds its own criteria and facts, and is no assessment of a department', async () => {
    const given = await asked();
    const { services } = given;
    const set = await begun(given);
    const view = await organisationView(services, WHOLE, set);
    const ids = view?.charter.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));
    expect(ids).toEqual(['G1', 'G3']);
    expect(view?.charter.facts.map(({ id }) => id)).toEqual(['leaders']);
    expect(await assessmentView(services, WHOLE, set)).toBeNull();
    expect(await answerCriterion(services, WHOLE, saying(set, 'G2', 'Ours'))).toMatchObject({
      problem: { code: 'not-found' },
    });
    for (const act of ['plan-actions', 'ask-to-sign', 'sign-off', 'submit', 'discard'] as const) {
      expect(await openAssessment(services, WHOLE, { id: set, act }), act).toMatchObject({
        problem: { code: 'not-allowed' },
      });
    }
  });

  test('counts in a department from its round on, with its evidence', async () => {
    const given = await asked();
    const { services, lead, id, roundId } = given;
    const set = await begun(given);
    await answerCriterion(services, WHOLE, saying(set, 'G1', 'Ours'));
    expect((await viewOf(given)).scorecard.criteria[0]).toMatchObject({ id: 'G1', claimed: null });
    expect(organisationNotice(await viewOf(given))).toContain('once a round is chosen');
    await chooseRound(services, lead, { assessmentId: id, roundId });
    expect((await viewOf(given)).scorecard.criteria[0]).toMatchObject({ claimed: 1, supported: 0 });
    const link = { title: 'Account', description: '', link: 'https://example.org/account' };
    const item = { assessmentId: set, criterion: 'G1', ...link, kind: 'testimony', file: null };
    await attachEvidence(services, WHOLE, item);
    const view = await viewOf(given);
    expect(view.scorecard.criteria[0]).toMatchObject({ claimed: 1, supported: 1 });
    expect(organisationNotice(view)).toBeNull();
    const page = criterionPage(view, 'G1');
    expect(page).toMatchObject({ mayAttachEvidence: false, answer: { narrative: 'Ours' } });
    expect(page?.evidence.map(({ title }) => title)).toEqual(['Account']);
  });

  test('is changed by no department: a note is all that it adds, and the note counts for nothing', async () => {
    const given = await answered();
    const { services, lead, id } = given;
    const before = await viewOf(given);
    const refused = { problem: { code: 'answered-by-organisation' } };
    expect(await answerCriterion(services, lead, saying(id, 'G1', 'Ours'))).toMatchObject(refused);
    for (const ticked of [{ 1: [1] }, 'all'] as const) {
      const said = { ...saying(id, 'G1', 'Ours'), claimed: null, ticked };
      expect(await answerCriterion(services, lead, said)).toMatchObject(refused);
    }
    const left = { ...saying(id, 'G1', ''), claimed: null, notApplicable: 'Not here' };
    expect(await answerCriterion(services, lead, left)).toMatchObject(refused);
    const item = { title: 'Mine', description: '', link: 'https://example.org/x', file: null };
    const attached = { assessmentId: id, criterion: 'G1', ...item };
    expect(await attachEvidence(services, lead, attached)).toMatchObject(refused);
    const note = { ...saying(id, 'G1', 'Here we also meet.'), claimed: null };
    expect(await answerCriterion(services, lead, note)).toMatchObject({ ok: true });
    const after = await viewOf(given);
    expect(after.scorecard).toEqual(before.scorecard);
    expect(after.answerSet.answers.get('G1')).toMatchObject({
      narrative: 'Our sponsor is Siân O’Dowd.',
      note: 'Here we also meet.',
    });
    expect(criterionPage(after, 'G1')?.shared?.note).toEqual({
      text: 'Here we also meet.',
      version: 1,
    });
  });

  test('is read with its files by a department, and by nobody elsewhere', async () => {
    const given = await answered();
    const { services, lead, id, evidence: evidenceId } = given;
    const place = { assessmentId: id, evidenceId };
    expect(await evidenceFile(services, lead, place)).toMatchObject({ ok: true });
    const other = personWith('assessment-lead', 'south', 'pharmacy');
    expect(await evidenceFile(services, other, place)).toBeNull();
  });

  test('its facts are asked of it alone, and departments read them', async () => {
    const given = await answered();
    const { services, lead, id, set } = given;
    const facts = new Map([['leaders', '0']]);
    const command = { assessmentId: id, facts, confirmed: true, readVersion: 0 };
    expect(await enterFacts(services, lead, command)).toEqual({ ok: true, value: { changed: 0 } });
    expect((await viewOf(given)).answerSet.facts?.get('leaders')).toBeUndefined();
    await enterFacts(services, WHOLE, { ...command, assessmentId: set });
    const view = await viewOf(given);
    expect(view.answerSet.facts?.get('leaders')).toBe('0');
    expect(view.scorecard.criteria.find((one) => one.id === 'G3')?.applicable).toBe(false);
    const page = factsPage(view);
    expect(page?.facts.map((one) => one.id)).not.toContain('leaders');
    expect(page?.theirs).toMatchObject([{ id: 'leaders', value: '0' }]);
  });

  test('a fact for words alone is the department’s until the organisation has said it', async () => {
    const given = await answered();
    const { lead, id, set } = given;
    const inWords = (charter: Charter): Charter => ({
      ...charter,
      sections: charter.sections.map((section) => ({
        ...section,
        criteria: section.criteria.map((one) =>
          one.id === 'G1'
            ? {
                ...one,
                variants: [
                  {
                    when: { kind: 'is', fact: 'nation', value: 'wales' },
                    question: 'Who in Wales?',
                  },
                ],
              }
            : one,
        ),
      })),
    });
    const services = withCharter(given.services, CHARTER, inWords);
    const seen = async () => {
      const view = await viewOf({ ...given, services });
      const theirs = factsPage(view)?.theirs.map((fact) => fact.id);
      return { nation: view.answerSet.facts?.get('nation'), theirs };
    };
    const say = (assessmentId: string, actor: Actor, nation: string, readVersion: number) => {
      const facts = new Map([['nation', nation]]);
      return enterFacts(services, actor, { assessmentId, facts, confirmed: true, readVersion });
    };
    await say(id, lead, 'england', 0);
    expect(await seen()).toEqual({ nation: 'england', theirs: ['leaders'] });
    await say(set, WHOLE, 'wales', 0);
    expect(await seen()).toEqual({ nation: 'wales', theirs: ['nation', 'leaders'] });
    await say(set, WHOLE, '', 1);
    expect(await seen()).toEqual({ nation: 'england', theirs: ['leaders'] });
  });
});

describe('from the signature on', () => {
  test('what was taken over stays, whatever the organisation says later', async () => {
    const given = await signed();
    const { services, lead, id, set, evidence, contentSha256 } = given;
    expect(await fingerprint(given)).toBe(contentSha256);
    const removed = { assessmentId: set, evidenceId: evidence, readVersion: 1 };
    expect(await removeEvidence(services, WHOLE, removed)).toMatchObject({ ok: true });
    const later = saying(set, 'G1', 'We have another sponsor.', 1);
    expect(await answerCriterion(services, WHOLE, later)).toMatchObject({ ok: true });
    expect(await fingerprint(given)).toBe(contentSha256);
    const view = await viewOf(given);
    expect(criterionPage(view, 'G1')).toMatchObject({
      answer: { narrative: 'Our sponsor is Siân O’Dowd.' },
      shared: { isChanged: true },
    });
    expect(organisationNotice(view)).toContain('G1');
    const place = { assessmentId: id, evidenceId: evidence };
    expect(await evidenceFile(services, lead, place)).toMatchObject({ ok: true });
    const page = await organisationAnswersPage(services, WHOLE, 'north');
    expect(page?.sets[0]?.usedBy).toMatchObject([{ standing: 'Signed before G1 changed' }]);
  });

  test('a step back takes the change over, and lets go of what was kept for the signature', async () => {
    const given = await signed();
    const { services, lead, sponsor, id, set, evidence: evidenceId, contentSha256 } = given;
    const kept = () => listUploadedFiles(services.engine.db, { name: 'minutes.txt' });
    await removeEvidence(services, WHOLE, { assessmentId: set, evidenceId, readVersion: 1 });
    expect(await kept()).toHaveLength(1);
    await answerCriterion(services, WHOLE, saying(set, 'G1', 'We have another sponsor.', 1));
    expect(await reopenAssessment(services, sponsor, { assessmentId: id })).toMatchObject({
      ok: true,
    });
    expect(await kept()).toEqual([]);
    const view = await viewOf(given);
    expect(criterionPage(view, 'G1')?.answer.narrative).toBe('We have another sponsor.');
    expect(organisationNotice(view)).toBeNull();
    expect(await fingerprint(given)).not.toBe(contentSha256);
    expect(await assessmentView(services, lead, id)).not.toBeNull();
  });
});

test('a file that the organisation erases takes back the signatures that were given with it', async () => {
  const given = await signed();
  const { services, lead, id, set, evidence: evidenceId } = given;
  const erasure = { assessmentId: set, evidenceId, reason: 'It names somebody.' };
  expect(await eraseEvidenceFile(services, lead, erasure)).toMatchObject({
    problem: { code: 'not-found' },
  });
  expect(await eraseEvidenceFile(services, WHOLE, erasure)).toMatchObject({
    ok: true,
    value: { files: 1, elsewhere: false },
  });
  const view = await viewOf(given);
  expect(view.state).toBe('draft');
  expect(view.scorecard.criteria[0]).toMatchObject({ claimed: 1, supported: 0 });
  expect(await evidenceFile(services, lead, { assessmentId: id, evidenceId })).toMatchObject({
    problem: { code: 'file-erased' },
  });
});

test('a department erases no file that another signed for, and chooses no other round once it is signed', async () => {
  const given = await signed();
  const { services, lead, id, set, evidence: evidenceId, roundId } = given;
  await removeEvidence(services, WHOLE, { assessmentId: set, evidenceId, readVersion: 1 });
  const { fileId } = (await viewOf(given)).ofOrganisation?.evidence[0]?.item ?? {};
  const [file] = await listUploadedFiles(services.engine.db, { name: 'minutes.txt' });
  expect(file).toMatchObject({ id: fileId, departments: ['therapies'] });
  expect(await chooseRound(services, lead, { assessmentId: id, roundId })).toMatchObject({
    problem: { code: 'locked', state: 'signed-off' },
  });
});

test('a department’s archive and its draft as a document hold what is theirs to hold', async () => {
  const given = await answered();
  const { services, lead } = given;
  const view = await viewOf(given);
  const plan = await archivePlan(services, lead, { view, day: '2027-03-01' });
  if (!plan.ok) throw new Error(plan.problem.code);
  expect(plan.value.parts.map(({ path }) => path)).toContain('evidence/G1/minutes.txt');
  const written = draftDocument(view).sections.flatMap(({ criteria }) => criteria);
  expect(written.map(({ id }) => id)).not.toContain('G1');
  expect(written.map(({ id }) => id)).toContain('G2');
});

test('an earlier answer of a department is taken over by the organisation, with its evidence', async () => {
  const started = await startedAssessment();
  const { services: before, lead, id } = started;
  await answerCriterion(before, lead, saying(id, 'G1', 'We wrote this before.'));
  const item = { title: 'Ours', description: '', link: 'https://example.org/x', file: null };
  await attachEvidence(before, lead, { assessmentId: id, criterion: 'G1', ...item });
  const services = withCharter(before, CHARTER, askingOnce);
  const round = await openRound(services, ADMINISTRATOR, {
    name: 'Spring 2027',
    charter: CHARTER,
    opensAt: '2027-02-01T09:00:00.000Z',
    closesAt: '2027-04-30T16:00:00.000Z',
  });
  if (!round.ok) throw new Error(round.problem.code);
  const given = { ...started, services, roundId: round.value.id };
  const set = await begun(given);
  const view = await organisationView(services, WHOLE, set);
  if (view === null) throw new Error('the set is gone');
  const page = await copyPage(services, WHOLE, { view, from: id });
  expect(page.answers).toMatchObject([{ criterion: 'G1', text: 'We wrote this before.' }]);
  const copied = await copyAnswers(services, WHOLE, {
    assessmentId: set,
    sourceId: id,
    criteria: ['G1'],
  });
  expect(copied).toEqual({ ok: true, value: { copied: 1 } });
  const after = await organisationView(services, WHOLE, set);
  expect(after?.rows).toMatchObject([{ criterion: 'G1', claimed: 1, review: expect.any(String) }]);
  expect(after?.evidence.map(({ item: one }) => one.title)).toEqual(['Ours']);
  expect(criterionPage(await viewOf(given), 'G1')?.shared).toMatchObject({
    note: { text: 'We wrote this before.' },
    itemsBefore: [{ title: 'Ours' }],
  });
});

test('the way to a level marks the organisation’s steps, and leaves all of them out at once', async () => {
  const given = await answered();
  const { services, lead } = given;
  const view = await viewOf(given);
  const way = async (pins: readonly string[]) =>
    (await whereWeStandPage(services, view, { to: 'bronze', pins, asker: lead.id })).way;
  const found = await way([]);
  expect(found.steps.find(({ id }) => id === 'G3')).toMatchObject({ byOrganisation: true });
  expect(found.steps.find(({ id }) => id === 'G2')).toMatchObject({ byOrganisation: false });
  expect(found.ofOrganisation.map(({ id }) => id)).toEqual(['G1', 'G3']);
  const pinned = await way(found.ofOrganisation.map(({ id }) => id));
  expect(pinned.ofOrganisation).toEqual([]);
});

test('the way keeps to the months that there are, and to what is to be least', async () => {
  const given = await answered();
  const { services, lead } = given;
  const view = await viewOf(given);
  const bronze = { to: 'bronze', pins: [], asker: lead.id };
  const way = async (time: { within?: number; least?: 'effort' | 'months' }) =>
    (await whereWeStandPage(services, view, { ...bronze, ...time })).way;
  const [cheapest, soonest] = [await way({}), await way({ least: 'months' })];
  expect(soonest.months).toBeLessThanOrEqual(cheapest.months);
  expect(soonest.total).toBeGreaterThanOrEqual(cheapest.total);
  const fitting = await way({ within: soonest.months, least: 'months' });
  expect(fitting).toMatchObject({ status: 'reachable', months: soonest.months });
  const late = await way({ within: soonest.months - 1 });
  expect(late).toMatchObject({ status: 'unreachable', soonest: soonest.months });
  expect(late.reasons).toHaveLength(1);
});
