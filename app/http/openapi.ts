// The interface for programs, described for them: OpenAPI 3.1, made of the shapes that are sent.
import { z } from 'zod';
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

/** The document; `origin` is where the service is found. */
export function openApiDocument(origin: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Award register',
      version: '1.0.0',
      description:
        'Everything here is public and needs no key. Lists are read by following `next`. Answers carry an ETag. Unknown query parameters are refused. The same filters give /awards.csv; new awards are in /awards/feed.atom.',
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
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: reference(answers) } },
      },
      '304': { description: 'What If-None-Match names is still right' },
      '400': refusal('The query is not understood'),
      '404': refusal('There is none, or it is not published'),
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
