// The interface for programs, described for them: OpenAPI 3.1, made of the shapes that are sent.
import { z } from 'zod';
import type { RegisterTerms } from './public-api.ts';
import { API_LIMIT } from '#app/http/door/rate-limit.ts';
import { API_SCHEMAS, awardsQuery, pageQuery } from './register-schemas.ts';

type Described = {
  readonly summary: string;
  readonly answers: string;
  readonly path?: string;
  readonly query?: z.ZodObject;
};

const PATHS: Readonly<Record<string, Described>> = {
  '/api/v1/awards': {
    summary: 'Published awards, newest first, by filter',
    answers: 'AwardPage',
    query: awardsQuery,
  },
  '/api/v1/awards/{number}': {
    summary: 'One award: ratings, narratives, plan without names, documents',
    answers: 'Award',
    path: 'number',
  },
  '/api/v1/organisations/{ods}': {
    summary: 'An organisation by ODS code or id, with its awards and those of its predecessors',
    answers: 'OrganisationPage',
    path: 'ods',
    query: pageQuery,
  },
};

const DESCRIPTION = [
  'Everything here is public and needs no key. Lists are read by following `next`. Answers carry an ETag.',
  'Unknown query parameters are refused.',
  `One address is answered ${API_LIMIT.requests} times in ${API_LIMIT.seconds} seconds; RateLimit says what is left.`,
  'The same filters give /awards.csv; new awards are in /awards/feed.atom.',
  'Since 1.0.0: the licence, and the limit. Since 1.1.0: the licence may be null, where none is stated.',
].join(' ');

/** The document, for a service with this origin and this licence of its register. */
export function openApiDocument({ origin, registerLicence }: RegisterTerms) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Award register',
      version: '1.2.0',
      ...(registerLicence === null
        ? {}
        : { license: { name: 'Licence of the register', url: registerLicence } }),
      description: DESCRIPTION,
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(
      Object.entries(PATHS).map(([path, described]) => [path, { get: operation(described) }]),
    ),
    components: { schemas: schemas() },
  };
}

function operation({ summary, answers, path, query }: Described) {
  const refusal = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: reference('Problem') } },
  });
  return {
    summary,
    parameters: [
      ...(path === undefined
        ? []
        : [{ name: path, in: 'path', required: true, schema: { type: 'string' } }]),
      ...(query === undefined ? [] : queryParameters(query)),
    ],
    responses: {
      '200': {
        description: summary,
        headers: Object.fromEntries(
          ['ETag', 'RateLimit', 'RateLimit-Policy'].map((name) => [
            name,
            { schema: { type: 'string' } },
          ]),
        ),
        content: { 'application/json': { schema: reference(answers) } },
      },
      '304': { description: 'What If-None-Match names is still right' },
      '400': refusal('The query is not understood'),
      '404': refusal('There is none, or it is not published'),
      '409': refusal('The award is not what was decided, so it is not given out'),
      '429': {
        ...refusal('Too many requests from this address'),
        headers: { 'Retry-After': { schema: { type: 'integer' } } },
      },
    },
  };
}

function queryParameters(query: z.ZodObject) {
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: withoutNames(z.toJSONSchema(schema, { io: 'input' })),
  }));
}

function schemas() {
  const made = z.toJSONSchema(API_SCHEMAS, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, schema]) => [id, withoutNames(schema)]),
  );
}

function reference(id: string) {
  return { $ref: `#/components/schemas/${id}` };
}

// Inside the document a schema has no name and no dialect of its own.
function withoutNames(schema: object): object {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'),
  );
}
