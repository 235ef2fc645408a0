import { beforeAll, describe, expect, it } from 'vitest';
import { certificateDocument } from '#reports/certificate-model.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { awardInput } from '#tests/support/decision-fixture.ts';
import {
  allTags,
  objectsWith,
  type PdfContent,
  pdfString,
  plainObjects,
  readPdf,
} from '#tests/support/pdf-read.ts';
import { readQr } from '#tests/support/qr-read.ts';

const createdAt = new Date('2026-06-12T00:00:00Z');
const { award, record, charter } = awardInput;

type Change = { readonly organisation?: string; readonly department?: string };

function certificate(change: Change = {}, awardChange: Partial<typeof award> = {}) {
  return certificateDocument({
    charter,
    record: { ...record, ...change },
    award: { ...award, ...awardChange },
  });
}

describe('a certificate as a PDF', () => {
  let bytes: Uint8Array;
  let content: PdfContent;
  beforeAll(async () => {
    bytes = await renderPdf(certificate(), { createdAt });
    content = await readPdf(bytes);
  });

  it('is one sheet that says who holds what, from when to when', () => {
    expect(content.pages).toHaveLength(1);
    const text = content.pages.join(' ').replaceAll('\n', ' ');
    for (const words of [
      'Bronze',
      record.department,
      record.organisation,
      award.number,
      '12 June 2026',
      '11 June 2031',
      'The Mentoring Charter Council',
      award.address,
      charter.notice,
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/Page \d/);
  });

  it('has the level as its only heading, and everything in a tag', () => {
    const tags = allTags(content.tags);
    expect(tags.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => role)).toEqual(['H1']);
    expect(tags.filter(({ role }) => role === 'LI')).toHaveLength(4);
    expect(content.title).toBe('Certificate: Bronze, Therapies and Rehabilitation');
    expect(content.xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  });

  it('has a QR code that a scanner reads as the address, with an alternative text and a box', () => {
    expect(readQr(bytes)).toBe(award.address);
    const figures = objectsWith(bytes, '/S /Figure');
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatch(/\/BBox \[/);
    const alts = allTags(content.tags).flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []));
    expect(alts).toEqual([`QR code of the address ${award.address}`]);
  });

  it('is the same bytes for the same input, and opens nothing', async () => {
    const again = await renderPdf(certificate(), { createdAt });
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
    expect(plainObjects(bytes)).not.toMatch(/\/(JS|OpenAction|URI)(?![A-Za-z])/);
  });

  it('keeps Welsh and Arabic names, the Arabic one also as it is read aloud', async () => {
    const organisation = 'Bwrdd Iechyd Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
    const department = 'قسم الطب الطبيعي';
    const named = await renderPdf(certificate({ organisation, department }), { createdAt });
    const text = (await readPdf(named)).pages.join('').replaceAll(/\s/g, '');
    for (const word of `${organisation} ${department}`.split(' ')) expect(text).toContain(word);
    expect(plainObjects(named)).toContain(`/ActualText ${pdfString(department)}`);
  });

  it('stays one sheet with names and an address of three hundred letters', async () => {
    const words = 'Community Rehabilitation and Partners in Learning '.repeat(6).trim();
    const address = `https://charter.example.org/${'long-path/'.repeat(25)}verify/MC-2026-0042`;
    const model = certificate(
      { organisation: words, department: words },
      { awardingBody: words.slice(0, 120), address },
    );
    const long = await renderPdf(model, { createdAt });
    const { pages } = await readPdf(long);
    expect(pages).toHaveLength(1);
    const text = pages.join('').replaceAll(/\s/g, '');
    expect(text.split(words.replaceAll(' ', ''))).toHaveLength(3);
    expect(readQr(long)).toBe(address);
  });
});
