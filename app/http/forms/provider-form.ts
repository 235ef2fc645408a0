// The form of the page on how an organisation's people sign in.
import { z } from 'zod';

const version = z.coerce.number().int().min(0).default(0);

const settings = {
  name: z
    .string({ error: 'Enter the name that people know it by' })
    .trim()
    .min(1, { error: 'Enter the name that people know it by' })
    .max(80, { error: 'Shorten the name to 80 characters' }),
  issuer: z
    .url({
      protocol: /^https?$/,
      error: 'Enter the address of the issuer, such as https://login.example.org',
    })
    .max(500, { error: 'Shorten the address to 500 characters' })
    .refine((text) => !/[?#@]/.test(text), {
      error: 'Enter the issuer alone, without ?, # or a user name',
    }),
  clientId: z
    .string({ error: 'Enter the client id' })
    .trim()
    .max(255, { error: 'Shorten the client id to 255 characters' }),
  clientSecret: z
    .string()
    .max(2000, { error: 'Shorten the secret to 2000 characters' })
    .default(''),
  provesTwoFactors: z
    .string()
    .trim()
    .max(500, { error: 'Shorten the values to 500 characters' })
    .default(''),
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
