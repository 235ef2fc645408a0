import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import type { Actor, Membership, Role } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { addDepartment, addOrganisation } from '#app/use-cases/administration/administer-places.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { createPerson } from '#app/use-cases/accounts/create-person.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { startAssessment } from '#app/use-cases/assessment/start-assessment.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  expectAccessible,
  leaveBrowser,
  enterAs,
  startBrowser,
  visit,
} from '#tests/support/browser.ts';
import { signedInAs, type Visitor, valueOf } from '#tests/support/http.ts';
import { verifyIndependently } from '#tests/support/independent-verifier.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { actorOf, PANEL, prepared } from '#tests/support/reviewed-app.ts';
import { done, submitAgain } from '#tests/support/review.ts';

// Three organisations, five reviewers and a chair: from submissions to an award that anyone can find,
// with a conflict, a disagreement, a revision and an appeal. The decisive steps in a browser, the forms
// that only repeat them as plain requests.

const CHARTER = 'gender-equality-example@1.0.0';
const MADE_UP = {
  ifor: ['ifor@panel.example', 'Ifor ap Rhŷs', 'panel-member'],
  maya: ['maya@panel.example', 'Maya O’Hara', 'panel-member'],
  hywel: ['hywel@panel.example', 'Hywel Second-Chair', 'panel-chair'],
  nest: ['nest@panel.example', 'Nest Adeyemi', 'panel-member'],
  owain: ['owain@panel.example', 'Owain Li', 'panel-member'],
} as const;
const PLACES = ['Alaw', 'Brenig', 'Conwy'] as const;

let app: AppServer;
let browser: Browser;
let criteria: readonly string[];

beforeAll(async () => {
  const { services, real, folder } = await prepared();
  const administrator = await actorOf(services, PEOPLE.administrator);
  const people = Object.values(MADE_UP).map(([email, name, role]) =>
    addPerson(real, { name, email, role, organisation: null }),
  );
  await Promise.all(people);
  const now = services.clock().getTime();
  const round = done(
    await openRound(services, administrator, {
      name: 'Small round',
      charter: CHARTER,
      opensAt: new Date(now - 86_400_000).toISOString(),
      closesAt: new Date(now + 86_400_000).toISOString(),
    }),
  );
  const charter = services.library.versions.get(CHARTER)?.charter;
  criteria = charter === undefined ? [] : allCriteria(charter).map(({ id }) => id);
  for (const place of PLACES) {
    await submitFrom({ services, real, administrator }, { place, round: round.id });
  }
  services.close();
  [app, browser] = await Promise.all([startApp({ folder }), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await app?.stop();
});

type Person = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: string | null;
};

async function addPerson(
  services: Services,
  { name, email, role, organisation }: Person,
): Promise<Actor> {
  const memberships: readonly Membership[] = [{ role, organisation, department: null }];
  const { id } = done(await createPerson(services, { name, email, memberships }, OPERATOR));
  const { token } = done(await createPasswordLink(services, { userId: id }, OPERATOR));
  done(await setPassword(services, { token, password: PASSWORD }));
  return { id, name, email, memberships };
}

const leadOf = (place: string) => `lead@${place.toLowerCase()}.example`;

async function submitFrom(
  given: { readonly services: Services; readonly real: Services; readonly administrator: Actor },
  { place, round }: { readonly place: string; readonly round: string },
): Promise<void> {
  const { services, real, administrator } = given;
  const name = `Ysbyty ${place} Trust`;
  const { id: organisation } = done(await addOrganisation(services, administrator, { name }));
  const named = { organisation, name: `Physiotherapy ${place}` };
  const { id: department } = done(await addDepartment(services, administrator, named));
  const role = 'assessment-lead';
  const lead = await addPerson(real, {
    ...{ name: `Lead of ${place}`, email: leadOf(place), role, organisation },
  });
  const sponsor = await addPerson(real, {
    name: `Sponsor of ${place}`,
    email: `sponsor@${place.toLowerCase()}.example`,
    role: 'executive-sponsor',
    organisation,
  });
  const start = { department, charter: CHARTER, targetLevel: 'foundation' };
  const { id: assessmentId } = done(await startAssessment(services, lead, start));
  done(await chooseRound(services, lead, { assessmentId, roundId: round }));
  for (const criterion of criteria) {
    const answer = { assessmentId, criterion, claimed: 2, notApplicable: null, readVersion: 0 };
    const narrative = `What ${place} does about ${criterion}.`;
    done(await answerCriterion(services, lead, { ...answer, narrative }));
    const link = 'https://example.org/minutes';
    const evidence = { assessmentId, criterion, file: null, description: '', link };
    done(await attachEvidence(services, lead, { ...evidence, title: 'Minutes' }));
  }
  await submitAgain(services, { lead, sponsor, assessmentId });
}

async function browse(email: string, width = 1200): Promise<Page> {
  const { page } = await visit(browser, { origin: app.origin, scripts: false, width });
  await enterAs(page, email);
  return page;
}

const reviewOf = (place: string, purpose = 'submission') =>
  valueOf(
    app.folder,
    `select r.id from reviews r join organisations o on o.id = r.organisation_id
     where o.name = ? and r.purpose = ? order by r.opened_at desc`,
    `Ysbyty ${place} Trust`,
    purpose,
  );
const idOf = (email: string) => valueOf(app.folder, 'select id from user where email = ?', email);
const assessmentOf = (place: string) =>
  valueOf(
    app.folder,
    'select a.id from assessments a join organisations o on o.id = a.organisation_id where o.name = ?',
    `Ysbyty ${place} Trust`,
  );

async function ok(person: Visitor, address: string, form: Record<string, string>): Promise<void> {
  const answer = await person.post(address, form);
  const why = /error-summary__list.*?<\/ul>/s.exec(answer.text)?.[0] ?? '';
  expect(answer.status, `${address} ${why}`).toBe(303);
}

/** Declares, rates everything `rating` and seals. */
async function rate(person: Visitor, review: string, rating: number): Promise<void> {
  const here = `/reviews/${review}`;
  await ok(person, here, { intent: 'declare', conflict: 'no' });
  for (const criterion of criteria) {
    const form = { choice: String(rating), reason: 'As it is shown.', version: '0' };
    await ok(person, `${here}/criteria/${criterion}`, form);
  }
  await ok(person, `${here}/seal`, {});
}

/** The chair opens the discussion and writes down one rating for everything. */
async function agree(
  chair: Visitor,
  review: string,
  agreed: { readonly rating: number; readonly requirement?: string },
): Promise<void> {
  const here = `/reviews/${review}`;
  await ok(chair, here, { intent: 'open-discussion' });
  for (const criterion of criteria) {
    await ok(chair, `${here}/discussion/${criterion}`, {
      intent: 'agree',
      choice: String(agreed.rating),
      reason: 'Agreed in the meeting.',
      requirement: agreed.requirement ?? '',
      version: '0',
    });
  }
}

test('a whole round, from submissions to certificates, revisions and an appeal', async () => {
  // An administrator builds the panel and puts three submissions before it.
  const admin = await browse(PEOPLE.administrator);
  await admin.goto('/admin/panels');
  await admin.getByLabel('Name').fill('Round panel');
  await admin.getByRole('button', { name: 'Create the panel' }).click();
  const panelPage = new URL(admin.url()).pathname;
  const seats = [
    [PANEL.chair, 'Chair', false],
    [PANEL.kwabena, 'Reviewer', true],
    [PANEL.orla, 'Reviewer', false],
    [PANEL.angharad, 'Reviewer', false],
    [MADE_UP.ifor[0], 'Reviewer', false],
    [MADE_UP.maya[0], 'Reviewer', true],
  ] as const;
  for (const [email, seat, statistics] of seats) {
    await admin.getByLabel('Person').selectOption(idOf(email));
    await admin.getByRole('radio', { name: seat, exact: true }).check();
    if (statistics) await admin.getByLabel('Qualified to read statistics').check();
    await admin.getByRole('button', { name: 'Add to the panel' }).click();
    await admin.getByText('The member is added.').waitFor();
  }
  await expectAccessible(admin);
  // A reviewer has worked at one of the trusts, and says so.
  const angharadPage = await browse(PANEL.angharad, 375);
  await angharadPage.goto('/employment');
  await angharadPage.getByLabel('Add an organisation').selectOption('Ysbyty Conwy Trust');
  await angharadPage.getByRole('button', { name: 'Add', exact: true }).click();
  await expectAccessible(angharadPage);
  const putBefore = async (place: string) => {
    await admin.goto(panelPage);
    const options = admin.getByLabel('Submission', { exact: true });
    const label = await options.locator('option', { hasText: place }).innerText();
    await options.selectOption(label);
    await admin.getByRole('button', { name: 'Put it before the panel' }).click();
    await admin.getByText('The submission is before the panel.').waitFor();
  };
  for (const place of PLACES) await putBefore(place);
  await admin.getByText('a conflict of interest was found').waitFor();
  await angharadPage.goto('/reviews');
  expect(await angharadPage.getByRole('heading', { level: 2 }).allInnerTexts()).not.toContain(
    'Physiotherapy Conwy',
  );
  expect((await angharadPage.goto(`/reviews/${reviewOf('Conwy')}`))?.status()).toBe(404);

  // Everyone rates by themselves: one reviewer in a browser, with another opinion.
  const alaw = reviewOf('Alaw');
  const maya = await browse(MADE_UP.maya[0], 375);
  await maya.goto('/reviews');
  await maya.getByRole('link', { name: /Physiotherapy Alaw/ }).click();
  await maya.getByRole('radio', { name: 'No, I have none' }).check();
  await expectAccessible(maya);
  await maya.getByRole('button', { name: 'Declare' }).click();
  await expectAccessible(maya);
  await maya.getByRole('link', { name: 'Start rating' }).click();
  for (const [index] of criteria.entries()) {
    await maya.getByRole('radio').first().check();
    await maya.getByLabel('Reason', { exact: true }).fill('Nothing that is attached shows it.');
    if (index === 0) await expectAccessible(maya);
    await maya
      .getByRole('button', { name: /^Save and go to/ })
      .first()
      .click();
  }
  await maya.getByRole('link', { name: 'Check and seal your ratings' }).click();
  await expectAccessible(maya);
  await maya.getByRole('button', { name: 'Seal my ratings' }).click();
  await maya.getByText('Your ratings are sealed.', { exact: true }).waitFor();
  const [chair, kwabena, orla, angharad, ifor, mayaHttp] = await Promise.all(
    [PANEL.chair, PANEL.kwabena, PANEL.orla, PANEL.angharad, MADE_UP.ifor[0], MADE_UP.maya[0]].map(
      (email) => signedInAs(app, email),
    ),
  );
  if (!chair || !kwabena || !orla || !angharad || !ifor || !mayaHttp) throw new Error('no panel');
  for (const person of [chair, kwabena, orla, angharad, ifor]) await rate(person, alaw, 2);

  // The chair sees where they differ, agrees and decides.
  const chairPage = await browse(PANEL.chair);
  await chairPage.goto(`/reviews/${alaw}`);
  await chairPage.getByRole('button', { name: 'Open the discussion' }).click();
  await chairPage.getByText('6 reviewers rated independently.').waitFor();
  await chairPage.getByText('0, 2, 2, 2, 2, 2').first().waitFor();
  await expectAccessible(chairPage);
  await chairPage.getByRole('row').nth(1).getByRole('link').click();
  await chairPage.getByText('Nothing that is attached shows it.').first().waitFor();
  await expectAccessible(chairPage);
  for (const criterion of criteria) {
    await ok(chair, `/reviews/${alaw}/discussion/${criterion}`, {
      intent: 'agree',
      choice: '2',
      reason: 'Agreed in the meeting.',
      commendation: criterion === 'L1' ? 'A clear account.' : '',
      version: '0',
    });
  }
  await chairPage.goto(`/reviews/${alaw}/decision`);
  await expectAccessible(chairPage);
  await chairPage.getByRole('radio', { name: 'Awarded at the level aimed for' }).check();
  await chairPage.getByLabel('What the panel says of the whole').fill('A good beginning.');
  await chairPage.getByLabel('Your password').fill(PASSWORD);
  await chairPage.getByRole('button', { name: 'Record the decision' }).click();
  await chairPage.getByText('Fingerprint of the record').waitFor();

  // The administrator publishes it; anyone finds it on a phone, with its certificate and credential.
  const number = valueOf(
    app.folder,
    'select number from awards where assessment_id = ?',
    assessmentOf('Alaw'),
  );
  await admin.goto(`/admin/awards/${number}`);
  await admin.getByRole('checkbox').check();
  await admin.getByRole('button', { name: /Publish/ }).click();
  const { page: anyone } = await visit(browser, {
    origin: app.origin,
    scripts: false,
    width: 375,
  });
  await anyone.goto('/awards?words=alaw');
  await anyone
    .getByRole('link', { name: /Ysbyty Alaw Trust/ })
    .first()
    .click();
  await expectAccessible(anyone);
  const [certificate] = await Promise.all([
    anyone.waitForEvent('download'),
    anyone
      .getByRole('link', { name: /certificate/i })
      .first()
      .click(),
  ]);
  expect(certificate.suggestedFilename()).toMatch(/\.pdf$/);
  const jwt = await (await fetch(`${app.origin}/awards/${number}/credential`)).text();
  const verdict = await verifyIndependently(jwt.trim(), {
    fetch: async (url) => (await fetch(url)).text(),
    now: new Date(),
  });
  expect(verdict).toBe('valid');

  // Brenig is asked to revise, does, and gets its award.
  const brenig = reviewOf('Brenig');
  for (const person of [chair, kwabena, orla, angharad]) await rate(person, brenig, 1);
  for (const person of [ifor, mayaHttp]) await rate(person, brenig, 1);
  await agree(chair, brenig, { rating: 0, requirement: 'Show the minutes of two meetings.' });
  const due = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10).split('-');
  await ok(chair, `/reviews/${brenig}/decision`, {
    outcome: 'minor-revisions',
    summary: 'Nearly there.',
    'due-year': due[0] ?? '',
    'due-month': due[1] ?? '',
    'due-day': due[2] ?? '',
    password: PASSWORD,
  });
  const brenigLead = await browse(leadOf('Brenig'));
  const brenigId = assessmentOf('Brenig');
  await brenigLead.goto(`/assessments/${brenigId}/decision`);
  await brenigLead.getByRole('heading', { name: 'Minor revisions' }).waitFor();
  await expectAccessible(brenigLead);
  await brenigLead.getByRole('button', { name: 'Open the assessment for revisions' }).click();
  await brenigLead.goto(`/assessments/${brenigId}/criteria/L1`);
  await brenigLead
    .getByLabel('What do you do, and what difference does it make?')
    .fill('What Brenig does about L1, with the minutes of two meetings.');
  await brenigLead.getByRole('button', { name: 'Save and come back later' }).click();
  await brenigLead.getByText('Your answer is saved.').waitFor();
  const brenigSponsor = await browse('sponsor@brenig.example');
  await brenigSponsor.goto(`/assessments/${brenigId}/sign`);
  await brenigSponsor.getByRole('checkbox').check();
  await brenigSponsor.getByLabel('Your password').fill(PASSWORD);
  await brenigSponsor.getByRole('button', { name: /Sign/ }).last().click();
  await brenigLead.goto(`/assessments/${brenigId}/check`);
  await brenigLead.getByText('The panel asked for revisions by').waitFor();
  await brenigLead.getByRole('link', { name: 'Go on to submit' }).click();
  await brenigLead.getByLabel(/^Yes, submit the self-assessment of/).check();
  await brenigLead.getByRole('button', { name: 'Submit the assessment' }).click();
  await putBefore('Brenig');
  const again = reviewOf('Brenig', 'resubmission');
  await ok(kwabena, `/reviews/${again}`, { intent: 'declare', conflict: 'no' });
  const kwabenaPage = await browse(PANEL.kwabena);
  await kwabenaPage.goto(`/reviews/${again}/criteria/L1`);
  await kwabenaPage.getByRole('heading', { name: /Changed since submission/ }).waitFor();
  await kwabenaPage.getByText('Show the minutes of two meetings.').waitFor();
  expect(await kwabenaPage.locator('ins').count()).toBeGreaterThan(0);
  await expectAccessible(kwabenaPage);
  for (const person of [kwabena, chair, orla, angharad, ifor, mayaHttp])
    await rate(person, again, 2);
  await agree(chair, again, { rating: 2 });
  await ok(chair, `/reviews/${again}/decision`, {
    outcome: 'award',
    summary: 'Now it is shown.',
    password: PASSWORD,
  });

  // Conwy is refused, appeals, and another panel decides otherwise.
  const conwy = reviewOf('Conwy');
  for (const person of [chair, kwabena, orla, ifor, mayaHttp]) await rate(person, conwy, 0);
  await agree(chair, conwy, { rating: 0 });
  const refusal = { outcome: 'not-awarded', summary: 'Nothing is shown.', password: PASSWORD };
  await ok(chair, `/reviews/${conwy}/decision`, refusal);
  const conwyLead = await browse(leadOf('Conwy'), 375);
  const conwyId = assessmentOf('Conwy');
  await conwyLead.goto(`/assessments/${conwyId}/decision`);
  await conwyLead.getByText('Appeal the decision').click();
  await conwyLead.getByLabel('Grounds of the appeal').fill('The minutes were overlooked.');
  await conwyLead.getByRole('button', { name: 'Make the appeal' }).click();
  await conwyLead.getByText('The awarding body has not answered it yet.').waitFor();
  await expectAccessible(conwyLead);
  await admin.goto('/admin/panels');
  await admin.getByLabel('Name').fill('Appeal panel');
  await admin.getByRole('button', { name: 'Create the panel' }).click();
  const others = [
    [MADE_UP.hywel[0], 'Chair'],
    [MADE_UP.nest[0], 'Reviewer'],
    [MADE_UP.owain[0], 'Reviewer'],
  ] as const;
  for (const [email, seat] of others) {
    await admin.getByLabel('Person').selectOption(idOf(email));
    await admin.getByRole('radio', { name: seat, exact: true }).check();
    await admin.getByLabel('Qualified to read statistics').check();
    await admin.getByRole('button', { name: 'Add to the panel' }).click();
    await admin.getByText('The member is added.').waitFor();
  }
  await admin.goto('/admin/appeals');
  await admin.getByRole('radio', { name: /^Accept/ }).check();
  await admin.getByLabel(/Panel for the new review/).selectOption('Appeal panel');
  await admin.getByLabel('Reason, for the department').fill('They were not read.');
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Answer the appeal' }).click();
  await admin.getByText('The appeal is answered.').waitFor();
  const heard = reviewOf('Conwy', 'appeal');
  const second = await Promise.all(others.map(([email]) => signedInAs(app, email)));
  const [hywel] = second;
  if (hywel === undefined) throw new Error('no second chair');
  for (const person of second) await rate(person, heard, 2);
  await agree(hywel, heard, { rating: 2 });
  await ok(hywel, `/reviews/${heard}/decision`, {
    outcome: 'award',
    summary: 'It was there all along.',
    correction: 'Decided again on appeal.',
    password: PASSWORD,
  });
  await conwyLead.goto(`/assessments/${conwyId}/decision`);
  await conwyLead.getByRole('heading', { name: 'Awarded at the level aimed for' }).waitFor();
  await conwyLead.getByText('This decision takes the place of an earlier one').waitFor();
  expect(valueOf(app.folder, 'select count(*) from decisions')).not.toBe('0');
}, 240_000);
