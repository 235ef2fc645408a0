// The fields by which a form asks once more who somebody is, as a use case takes them.
import type { RouterContextProvider } from 'react-router';
import { z } from 'zod';
import type { Proof } from '#app/domain/policy/proof.ts';
import { servicesContext, sessionContext } from '#app/http/door/contexts.ts';
import type { Typed } from './parse-form.ts';
import { passkeyAnswer } from '#app/http/door/passkey-answer.ts';

/** For the schema of a form that has them. */
export const proofFields = {
  password: z.string().max(20_000).default(''),
  code: z.string().max(100).default(''),
};

type Asked = { readonly request: Request; readonly context: Readonly<RouterContextProvider> };

/** What was typed, or what a passkey has signed, with the session that sends it. */
export function proofIn(typed: Typed, { request, context }: Asked): Proof {
  const answer = typed['answer'] ?? '';
  return {
    password: typed['password'] ?? '',
    code: typed['code'] ?? '',
    session: context.get(sessionContext)?.id ?? '',
    passkey: answer === '' ? null : passkeyAnswer(request, answer, context.get(servicesContext)),
  };
}
