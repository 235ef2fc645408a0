import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { awardReportDocument, publicPlanDocument } from '#reports/award-report.ts';
import { certificateDocument } from '#reports/certificate-model.ts';
import type { Block, DocumentModel } from '#reports/model.ts';
import { panelFeedbackDocument } from '#reports/panel-feedback.ts';
import { awardInput, feedbackInput, record } from '#tests/support/decision-fixture.ts';
import { actions, input } from '#tests/support/report-fixture.ts';

const publicDocuments = {
  report: awardReportDocument(awardInput),
  plan: publicPlanDocument(awardInput),
  certificate: certificateDocument(awardInput),
};
const all = { feedback: panelFeedbackDocument(feedbackInput), ...publicDocuments };

const feedbackOf = (change: Partial<DecisionRecord>, appealBy: string | null = null) =>
  panelFeedbackDocument({ ...feedbackInput, record: { ...record, ...change }, appealBy });

function below(model: DocumentModel, heading: string): readonly Block[] {
  const start = model.blocks.findIndex(
    (block) => block.kind === 'heading' && block.text === heading,
  );
  const level = model.blocks[start];
  const rest = model.blocks.slice(start + 1);
  const end = rest.findIndex(
    (block) => block.kind === 'heading' && level?.kind === 'heading' && block.level <= level.level,
  );
  return start < 0 ? [] : rest.slice(0, end < 0 ? undefined : end);
}

describe.each(Object.entries(all))('the %s', (_, model) => {
  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('skips no level of heading', () => {
    const levels = model.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    for (const [index, level] of levels.entries()) {
      expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
    }
  });

  it('has rows with a cell for each column', () => {
    for (const block of model.blocks) {
      const table = block.kind === 'chart' ? block.chart.table : null;
      const { columns, rows } =
        block.kind === 'table' ? block.table : (table ?? { columns: [], rows: [] });
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it('shows no count of people', () => {
    const text = JSON.stringify(model);
    for (const count of ['17', '137', '61', '419']) {
      expect(text).not.toMatch(new RegExp(`(?<![\\d.,])${count}(?![\\d.,%])`));
    }
  });
});

describe.each(Object.entries(publicDocuments))('the public %s', (_, model) => {
  const text = JSON.stringify(model);

  it('names nobody of the plan, of the panel, or in a title of evidence', () => {
    const people = actions.flatMap(({ owner, responsible }) => [owner, responsible]);
    const titles = [...input.answers.answers.values()].flatMap(({ evidence }) =>
      evidence.flatMap(({ title, file }) => [title, file ?? '']),
    );
    const members = record.panel.members.map(({ name }) => name);
    const names = [...people, ...titles, ...members].filter((name) => name !== '');
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(text).not.toContain(name);
  });

  it('tells nothing of an indicator, of single ratings, or of what was claimed', () => {
    expect(text).not.toContain('Relative likelihood of promotion, mentored');
    expect(text).not.toContain('0.85 over');
    expect(text).not.toMatch(/independent|lowest first|claimed/i);
    expect(text).not.toContain('64.2%');
  });

  it('says the number of the award, its days and where to check it', () => {
    for (const fact of ['MC-2026-0042', '12 June 2026', '11 June 2031', awardInput.award.address]) {
      expect(text).toContain(fact);
    }
  });
});

describe('the award report', () => {
  it('has narrative and rating of each criterion, and why one does not apply', () => {
    expect(below(publicDocuments.report, 'G2 The self-assessment team is co-produced with staff'))
      .toMatchInlineSnapshot(`
        [
          {
            "kind": "paragraph",
            "style": "lead",
            "text": "Who is on the team, and how is their time recognised?",
          },
          {
            "facts": [
              {
                "label": "Rating",
                "value": "1 (Planned). It is agreed, with an owner, a budget and a date.",
              },
            ],
            "kind": "details",
          },
          {
            "kind": "heading",
            "level": 4,
            "text": "What the department does",
          },
          {
            "kind": "paragraph",
            "style": "body",
            "text": "The team has eleven members from bands 3 to 8b. Backfill is paid.",
          },
        ]
      `);
    expect(below(publicDocuments.report, 'P2 The previous plan was carried out')).toContainEqual({
      kind: 'paragraph',
      style: 'body',
      text: 'This is our first application.',
    });
  });

  it('leaves requirements to the department', () => {
    expect(JSON.stringify(publicDocuments.report)).not.toContain('signed agreement that the time');
    expect(below(publicDocuments.report, 'Recommendations')).toHaveLength(2);
  });

  it('has every action of the plan', () => {
    for (const { objective } of actions) {
      expect(JSON.stringify(publicDocuments.report)).toContain(objective);
    }
  });
});

describe('the certificate', () => {
  it('takes its levels from the charter, in their order', () => {
    const at = (level: string) => {
      const [block] = certificateDocument({
        ...awardInput,
        award: { ...awardInput.award, level },
      }).blocks;
      return block?.kind === 'certificate' ? block.certificate : null;
    };
    expect(at('bronze')).toMatchObject({ level: 'Bronze', steps: { reached: 1, of: 3 } });
    expect(at('gold')).toMatchObject({ level: 'Gold', steps: { reached: 3, of: 3 } });
  });

  it('leaves the awarding body out where none is named', () => {
    const nobody = { ...awardInput, award: { ...awardInput.award, awardingBody: null } };
    expect(JSON.stringify(certificateDocument(nobody))).not.toMatch(/Awarded by|null,"value"/);
  });
});

describe('the panel feedback', () => {
  const { feedback } = all;

  it('has claim, independent ratings, consensus, what counts and the reason of a criterion', () => {
    const [details] = below(
      feedback,
      'O4 Career outcomes of mentees are followed and compared fairly',
    );
    expect(details).toEqual({
      kind: 'details',
      facts: [
        { label: 'You claimed', value: '3 (Working)' },
        { label: 'Independent ratings', value: '3, 3 and 3, lowest first' },
        {
          label: 'The panel agreed',
          value: '3 (Working). Results show a difference and staff have reviewed them.',
        },
        { label: 'What counts', value: '2 (In place)' },
        {
          label: 'Why less',
          value:
            'Ratings of 3 and above need ‘Relative likelihood of promotion, mentored against not mentored’ to be at least 1.00. The workforce data do not show this.',
        },
        { label: 'Reason', value: 'The study follows mentees for two years.' },
        { label: 'Recommendation', value: 'Put mentees forward by name for secondments.' },
      ],
    });
  });

  it('lists the requirements, and says how much more stands with the criteria', () => {
    const asked = below(feedback, 'What the panel asks and says');
    expect(asked).toContainEqual({
      kind: 'list',
      ordered: false,
      items: [
        'G2 The self-assessment team is co-produced with staff: Show with a signed agreement that the time of the members is recognised.',
      ],
    });
    expect(JSON.stringify(asked)).toContain(
      'The panel makes 2 recommendations and 1 commendation. They stand with the criteria below.',
    );
  });

  it('says how far the reviewers agree, in words and figures', () => {
    expect(below(feedback, 'How far the reviewers agreed')).toMatchInlineSnapshot(`
      [
        {
          "kind": "paragraph",
          "style": "lead",
          "text": "The reviewers agree in part: their ratings allow tentative conclusions, and the discussion matters.",
        },
        {
          "kind": "paragraph",
          "style": "body",
          "text": "Before the meeting all reviewers gave the same rating for 2 of 7 criteria, and differed by more than one for M1.",
        },
        {
          "facts": [
            {
              "label": "Krippendorff’s alpha, ordinal",
              "value": "0.73; 95% confidence interval 0.35 to 1.00",
            },
            {
              "label": "Gwet’s AC2, quadratic weights",
              "value": "0.86; 95% confidence interval 0.71 to 1.00",
            },
          ],
          "kind": "details",
        },
        {
          "kind": "paragraph",
          "style": "body",
          "text": "Each reviewer rated every criterion alone before seeing what the others gave. 1 is full agreement, 0 is what chance alone would give. With few criteria and few reviewers the interval is wide, and counts for more than the figure.",
        },
      ]
    `);
  });

  it('says what is not calculable', () => {
    const none = feedbackOf({ agreement: { alpha: null, ac2: null }, criteria: [] });
    const text = JSON.stringify(below(none, 'How far the reviewers agreed'));
    expect(text).toContain('How far the reviewers agree beyond chance is not calculable');
    expect(text).toContain('No criterion was rated by more than one reviewer.');
    expect(text).toContain('"value":"not calculable"');
  });

  it.each([
    [0.8, 'agree well'],
    [0.79, 'agree in part'],
    [0.667, 'agree in part'],
    [0.66, 'The reviewers differ'],
  ])('calls an alpha of %f: %s', (value, words) => {
    const alpha = { value, standardError: 0.1, interval: null, units: 8 };
    const model = feedbackOf({ agreement: { alpha, ac2: null } });
    expect(JSON.stringify(below(model, 'How far the reviewers agreed'))).toContain(words);
  });

  it.each([
    ['award', 'silver', 'The panel awards Silver. Silver means: '],
    ['lower-award', 'bronze', 'The panel awards Bronze; Silver was aimed for. Bronze means: '],
    ['minor-revisions', null, 'minor revisions before it decides'],
    ['major-revisions', null, 'major revisions before it decides'],
    ['not-awarded', null, 'the panel makes no award'],
  ] as const)('says what %s means', (outcome, level, words) => {
    const model = feedbackOf({ outcome, level });
    expect(JSON.stringify(below(model, 'The outcome')[0])).toContain(words);
  });

  it('gives the days for revisions and for an appeal', () => {
    const change = {
      outcome: 'minor-revisions',
      level: null,
      revisionsDueOn: '2026-09-30',
    } as const;
    expect(below(feedbackOf(change, '2026-06-26'), 'What happens next')).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [
          'Revise what the requirements below name, and submit again by the end of 30 September 2026.',
          'You need not start again: what you wrote is kept, and the panel is shown what you changed.',
          'You can appeal until the end of 26 June 2026. Another panel, of other people, hears an appeal.',
        ],
      },
    ]);
  });

  it('says that a decision on an appeal is final, and what a correction is', () => {
    const model = feedbackOf({ correction: 'A rating had been noted wrongly' });
    expect(JSON.stringify(below(model, 'What happens next'))).toContain('cannot be appealed');
    expect(model.blocks).toContainEqual({
      kind: 'callout',
      title: 'This decision takes the place of an earlier one',
      paragraphs: ['A rating had been noted wrongly.'],
    });
  });

  it('names the members with their seats, and whether they were enough', () => {
    const [quorum, table] = below(feedback, 'The panel');
    expect(JSON.stringify(quorum)).toContain(
      '3 of the panel took part in the decision; 3 are a quorum',
    );
    expect(table?.kind === 'table' ? table.table.rows : []).toEqual([
      ['Professor Efa Llŷr-Jones', 'Chair', 'Yes'],
      ['Yusuf Al-Masri يوسف المصري', 'Reviewer, qualified in statistics', 'Yes'],
      ['Chidi Okonkwo-Reyes', 'Reviewer', 'Yes'],
      ['Margaret Thistlewood', 'Reviewer', 'No'],
      ['Ines Duarte', 'Observer', 'No'],
    ]);
  });
});
