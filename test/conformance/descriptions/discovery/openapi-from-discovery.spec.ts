import { OpenapiDescription } from '../openapi/openapi-description.js';
import type { WireRequest } from '../described-operation.js';
import { wireRequest } from '../wire-request.js';
import { openapiFromDiscovery } from './openapi-from-discovery.js';

const description = new OpenapiDescription(
  'inline.json',
  openapiFromDiscovery({
    kind: 'discovery#restDescription',
    baseUrl: 'https://reports.example.com/',
    parameters: { prettyPrint: { location: 'query', type: 'boolean' }, key: { location: 'query', type: 'string' } },
    schemas: {
      Report: {
        id: 'Report',
        type: 'object',
        properties: { rows: { type: 'array', items: { $ref: 'Row' } }, total: { type: 'string', format: 'int64' } },
      },
      Row: {
        id: 'Row',
        type: 'object',
        properties: { values: { type: 'array', items: { type: 'any' } }, made: { type: 'string', readOnly: true } },
      },
      Ask: {
        id: 'Ask',
        type: 'object',
        properties: {
          limit: { type: 'string', format: 'int64' },
          start: { type: 'string', format: 'date', annotations: { required: ['reports.properties.run'] } },
          row: { $ref: 'Row' },
        },
      },
    },
    resources: {
      properties: {
        methods: {
          run: {
            id: 'reports.properties.run',
            httpMethod: 'POST',
            path: 'v1/{+property}:run',
            flatPath: 'v1/properties/{propertiesId}:run',
            parameters: {
              property: { location: 'path', required: true, type: 'string', pattern: '^properties/[^/]+$' },
            },
            request: { $ref: 'Ask' },
            response: { $ref: 'Report' },
            scopes: ['https://www.example.com/auth/reports'],
          },
          ask: {
            id: 'reports.properties.ask',
            httpMethod: 'POST',
            path: 'v1/ask',
            request: { $ref: 'Ask' },
            response: { $ref: 'Report' },
          },
        },
        resources: {
          items: {
            methods: {
              list: {
                id: 'reports.properties.items.list',
                httpMethod: 'GET',
                path: 'v1/sites/{siteUrl}/items',
                parameters: {
                  siteUrl: { location: 'path', required: true, type: 'string' },
                  kind: { location: 'query', type: 'string', repeated: true, enum: ['A', 'B'] },
                  pageSize: { location: 'query', type: 'integer', format: 'int32', minimum: '1' },
                  owner: { location: 'query', type: 'string', required: true },
                },
              },
            },
          },
        },
      },
    },
  }),
);

const problems = (request: WireRequest) => description.operation(request)?.problems(request);
const authorized = { authorization: 'Bearer token' };
const run = (json: unknown) =>
  problems(wireRequest('POST https://reports.example.com/v1/properties/12:run', { headers: authorized, json }));

describe('a discovery document', () => {
  it('has its methods at their flat paths, with the parts of names as placeholders', () => {
    const request = wireRequest('POST https://reports.example.com/v1/properties/12:run');
    expect(description.operation(request)?.name).toBe('POST /v1/properties/{propertiesId}:run');
    expect(description.operation(wireRequest('POST https://reports.example.com/v1/properties/12:rnu'))).toBeNull();
  });

  it('takes numbers of 64 bits as texts and as numbers', () => {
    expect(run({ start: '2026-01-01', limit: '10' })).toEqual([]);
    expect(run({ start: '2026-01-01', limit: 10 })).toEqual([]);
    expect(run({ start: '2026-01-01', limit: true })).toEqual(['body.limit must be string,integer']);
  });

  it('refuses members that it does not have, or has for answers only', () => {
    expect(run({ start: '2026-01-01', limits: 1 })).toEqual(['body.limits is not described']);
    expect(run({ start: '2026-01-01', row: { made: 'x' } })).toEqual(['body.row.made is read-only']);
  });

  it('asks for members by the method', () => {
    expect(run({ limit: '1' })).toEqual(['body.start is missing']);
    expect(problems(wireRequest('POST https://reports.example.com/v1/ask', { json: { limit: '1' } }))).toEqual([]);
  });

  it('checks queries, with the parameters of every method', () => {
    const list = (query: string) =>
      problems(wireRequest(`GET https://reports.example.com/v1/sites/https%3A%2F%2Fa.test%2F/items?${query}`));
    expect(list('owner=me&kind=A&kind=B&pageSize=5&prettyPrint=false&key=k')).toEqual([]);
    expect(list('kind=A')).toEqual(['query.owner is missing']);
    expect(list('owner=me&kind=C')).toEqual(['query.kind[0] must be one of A, B']);
    expect(list('owner=me&pageSize=0')).toEqual(['query.pageSize must be >= 1']);
    expect(list('owner=me&pagesize=5')).toEqual(['query.pagesize is not described']);
  });

  it('asks for a token where a method has scopes', () => {
    const line = 'POST https://reports.example.com/v1/properties/12:run';
    const json = { start: '2026-01-01' };
    expect(problems(wireRequest(line, { json }))).toEqual(['no credential: one of token, tokenInQuery is needed']);
    expect(problems(wireRequest(`${line}?access_token=x`, { json }))).toEqual([]);
  });

  it('answers by its schemas, or with nothing', () => {
    const body = description.operation(wireRequest('POST https://reports.example.com/v1/ask'))?.reply()?.body ?? '';
    expect(JSON.parse(body)).toEqual({ rows: [{ values: [], made: 'text' }], total: '1' });
    expect(description.operation(wireRequest('GET https://reports.example.com/v1/sites/a/items'))?.reply()).toBeNull();
  });
});
