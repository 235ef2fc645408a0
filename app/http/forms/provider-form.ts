// The form of the page on how an organisation's people sign in.
import { z } from 'zod';
import { FORM } from '#words/kit/form-words.ts';

const version = z.coerce.number().int().min(0).default(0);

const settings = {
  name: z
    .string({ error: FORM.providerName })
    .trim()
    .min(1, { error: FORM.providerName })
    .max(80, { error: FORM.shorterProviderName }),
  issuer: z
    .url({
      protocol: /^https?$/,
      error: FORM.issuer,
    })
    .max(500, { error: FORM.shorterIssuer })
    .refine((text) => !/[?#@]/.test(text), {
      error: FORM.issuerAlone,
    }),
  clientId: z.string({ error: FORM.clientId }).trim().max(255, { error: FORM.shorterClientId }),
  clientSecret: z.string().max(2000, { error: FORM.shorterSecret }).default(''),
  provesTwoFactors: z.string().trim().max(500, { error: FORM.shorterValues }).default(''),
  required: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((answer) => answer === 'yes'),
  version,
};

/** What the page sends, by what its buttons do. */
export const OrganisationSignInForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), ...settings }),
  z.object({ intent: z.literal('try'), ...settings }),
  z.object({ intent: z.literal('remove'), version }),
  z.object({
    intent: z.literal('factor'),
    needed: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  }),
]);
