import type { WireRequest } from '../described-operation.js';
import { wireRequest } from '../wire-request.js';
import { OpenapiDescription } from './openapi-description.js';

const api = (root: Record<string, unknown>) => new OpenapiDescription('inline.json', { openapi: '3.0.3', ...root });
const empty = { responses: {} };
const named = (description: OpenapiDescription, line: string) => description.operation(wireRequest(line))?.name;

describe('the operation of a request', () => {
  const description = api({
    servers: [
      { url: 'https://{tenant}.example.com/api/v2/' },
      { url: 'https://{region}.example.org', variables: { region: { enum: ['eu', 'us'] } } },
    ],
    paths: {
      '/tickets': { get: empty, post: empty },
      '/tickets/{id}': { get: empty, delete: empty },
      '/tickets/count': { get: empty },
      '/tickets/{id}/macros/{macro_id}.json': { get: empty },
      '/sizes/urn:li:org:{id}': { get: empty },
      '/elsewhere': { servers: [{ url: 'https://files.example.net' }], get: empty },
    },
  });

  it.each([
    ['GET https://acme.example.com/api/v2/tickets', 'GET /tickets'],
    ['get https://acme.example.com/api/v2/tickets?page=2', 'GET /tickets'],
    ['GET https://acme.example.com/api/v2/tickets/12', 'GET /tickets/{id}'],
    ['GET https://eu.example.org/tickets/12', 'GET /tickets/{id}'],
    ['GET https://acme.example.com/api/v2/tickets/1%2F2', 'GET /tickets/{id}'],
    ['GET https://acme.example.com/api/v2/tickets/1/macros/7.json', 'GET /tickets/{id}/macros/{macro_id}.json'],
    ['GET https://acme.example.com/api/v2/sizes/urn%3Ali%3Aorg%3A5', 'GET /sizes/urn:li:org:{id}'],
    ['GET https://files.example.net/elsewhere', 'GET /elsewhere'],
  ])('of %s is %s', (line, name) => {
    expect(named(description, line)).toBe(name);
  });

  it('is the one whose path is literal, before one with a placeholder', () => {
    expect(named(description, 'GET https://acme.example.com/api/v2/tickets/count')).toBe('GET /tickets/count');
  });

  it('is one with a placeholder where the literal path lacks the method', () => {
    expect(named(description, 'DELETE https://acme.example.com/api/v2/tickets/count')).toBe('DELETE /tickets/{id}');
  });

  it.each([
    'GET https://acme.example.com/api/v3/tickets',
    'GET https://acme.example.com/api/v2/ticket',
    'GET https://acme.example.com/api/v2/tickets/',
    'GET https://acme.example.com/api/v2/tickets/1/2',
    'PUT https://acme.example.com/api/v2/tickets',
    'GET https://example.com/api/v2/tickets',
    'GET https://acme.example.com.evil.test/api/v2/tickets',
    'GET https://asia.example.org/tickets',
    'GET https://acme.example.com/api/v2/elsewhere',
    'GET https://acme.example.com/api/v2/tickets/1/macros/7',
  ])('is none for %s', (line) => {
    expect(named(description, line)).toBeUndefined();
  });

  it('may be on any host where the description names none', () => {
    expect(named(api({ paths: { '/a': { get: empty } } }), 'GET https://anything.example/a')).toBe('GET /a');
  });
});

describe('credentials', () => {
  const description = api({
    components: {
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic' },
        bearer: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
        account: { type: 'apiKey', in: 'query', name: 'account' },
      },
    },
    security: [{ bearer: [] }, { key: [], account: [] }],
    paths: {
      '/a': { get: empty },
      '/open': { get: { ...empty, security: [] } },
      '/basic': { get: { ...empty, security: [{ basic: [] }] } },
      '/optional': { get: { ...empty, security: [{ bearer: [] }, {}] } },
      '/header': {
        get: { ...empty, security: [], parameters: [{ name: 'Authorization', in: 'header', required: true }] },
      },
    },
  });
  const problems = (line: string, headers: Record<string, string> = {}) => {
    const request = wireRequest(line, { headers });
    return description.operation(request)?.problems(request);
  };
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

  it.each([
    ['GET https://a.test/a', { Authorization: 'Bearer token' }],
    ['GET https://a.test/a?account=1', { 'x-api-key': 'key' }],
    ['GET https://a.test/open', {}],
    ['GET https://a.test/optional', {}],
    ['GET https://a.test/basic', basic('key:X')],
    ['GET https://a.test/header', { authorization: 'anything' }],
  ])('are fine in %s with %j', (line, headers) => {
    expect(problems(line, headers)).toEqual([]);
  });

  it.each([
    ['GET https://a.test/a', {}, 'no credential: one of bearer, key with account is needed'],
    ['GET https://a.test/a', { authorization: 'Bearer ' }, 'no credential: one of bearer, key with account is needed'],
    ['GET https://a.test/a', { 'x-api-key': 'key' }, 'no credential: one of bearer, key with account is needed'],
    ['GET https://a.test/basic', { authorization: 'Bearer token' }, 'no credential: one of basic is needed'],
    ['GET https://a.test/basic', basic('no-colon'), 'no credential: one of basic is needed'],
    ['GET https://a.test/header', {}, 'no credential: Authorization is needed'],
  ])('are missing in %s with %j', (line, headers, problem) => {
    expect(problems(line, headers)).toEqual([problem]);
  });
});

describe('parameters', () => {
  const integers = { type: 'array', items: { type: 'integer' } };
  const description = api({
    components: { parameters: { limit: { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } } } },
    paths: {
      '/things/{id}': {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'mode', in: 'query', schema: { type: 'string', enum: ['of the path'] } },
        ],
        get: {
          ...empty,
          parameters: [
            { $ref: '#/components/parameters/limit' },
            { name: 'mode', in: 'query', schema: { type: 'string', enum: ['full', 'short'] } },
            { name: 'open', in: 'query', schema: { type: 'boolean' } },
            { name: 'ids', in: 'query', schema: integers },
            { name: 'joined', in: 'query', style: 'form', explode: false, schema: integers },
            { name: 'piped', in: 'query', style: 'pipeDelimited', explode: false, schema: integers },
            {
              name: 'kinds',
              in: 'query',
              description: 'A comma-separated list',
              schema: { type: 'string', enum: ['deal', 'person'] },
            },
            {
              name: 'page',
              in: 'query',
              style: 'deepObject',
              schema: { type: 'object', properties: { size: { type: 'integer' } } },
            },
            { name: 'filter[type]', in: 'query', schema: { type: 'string' } },
            { name: 'json', in: 'query', content: { 'application/json': { schema: integers } } },
            {
              name: 'who',
              in: 'query',
              schema: { type: 'object', oneOf: [{ properties: { email: { type: 'string', format: 'email' } } }] },
            },
            { name: 'X-Version', in: 'header', required: true, schema: { type: 'string', enum: ['1', '2'] } },
            { name: 'Accept', in: 'header', required: true, schema: { type: 'string', enum: ['no/such'] } },
          ],
        },
      },
      '/search': {
        get: { ...empty, parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }] },
      },
    },
  });
  const problems = (path: string, headers: Record<string, string> = { 'x-version': '2' }) => {
    const request = wireRequest(`GET https://a.test${path}`, { headers });
    return description.operation(request)?.problems(request);
  };

  it.each([
    '/things/12',
    '/things/12?limit=100&mode=full&open=true',
    '/things/12?ids=1&ids=2',
    '/things/12?joined=1,2',
    '/things/12?piped=1|2',
    '/things/12?kinds=deal,person',
    '/things/12?page[size]=3',
    '/things/12?filter[type]=ticket',
    '/things/12?json=[1,2]',
    '/things/12?email=a@example.com',
    '/search?q=',
  ])('are fine in %s', (path) => {
    expect(problems(path)).toEqual([]);
  });

  it.each([
    ['/things/abc', 'path.id must be integer'],
    ['/things/12?limt=5', 'query.limt is not described'],
    ['/things/12?limit=101', 'query.limit must be <= 100'],
    ['/things/12?limit=many', 'query.limit must be integer'],
    ['/things/12?limit=1&limit=2', 'query.limit is given 2 times'],
    ['/things/12?mode=of+the+path', 'query.mode must be one of full, short'],
    ['/things/12?open=yes', 'query.open must be boolean'],
    ['/things/12?ids=1,2', 'query.ids[0] must be integer'],
    ['/things/12?joined=1&joined=2', 'query.joined is given 2 times'],
    ['/things/12?joined=1,x', 'query.joined[1] must be integer'],
    ['/things/12?kinds=deal,persn', 'query.kinds must be one of deal, person'],
    ['/things/12?page[size]=x', 'query.page.size must be integer'],
    ['/things/12?page[sise]=3', 'query.page.sise is not described'],
    ['/things/12?filter[typ]=ticket', 'query.filter[typ] is not described'],
    ['/things/12?json=1,2', 'query.json must be a list as JSON'],
    ['/things/12?email=nobody', 'query.who.email must match format "email"'],
    ['/search', 'query.q is missing'],
  ])('are refused in %s', (path, problem) => {
    expect(problems(path)).toEqual([problem]);
  });

  it('are asked for among the headers, in any case and whatever else is there', () => {
    expect(problems('/things/12', { 'X-VERSION': '1', 'X-Other': 'fine' })).toEqual([]);
    expect(problems('/things/12', { 'x-version': '3' })).toEqual(['header.X-Version must be one of 1, 2']);
    expect(problems('/things/12', {})).toEqual(['header.X-Version is missing']);
  });
});

describe('answers', () => {
  const ticket = {
    type: 'object',
    required: ['id', 'subject'],
    properties: {
      id: { type: 'integer', readOnly: true },
      subject: { type: 'string', nullable: true },
      secret: { type: 'string', writeOnly: true },
    },
  };
  const json = (schema: unknown, more = {}) => ({ content: { 'application/json': { schema, ...more } } });
  const description = api({
    components: { examples: { told: { value: { id: 7, subject: 'Told', extra: true } } } },
    paths: {
      '/made': {
        get: { responses: { 404: json({ type: 'string' }), 201: json(ticket), 202: json({ type: 'integer' }) } },
      },
      '/told': {
        get: { responses: { '200': json(ticket, { examples: { one: { $ref: '#/components/examples/told' } } }) } },
      },
      '/wrong': { get: { responses: { '200': json(ticket, { example: { id: 'seven' } }) } } },
      '/none': { delete: { responses: { '204': {} } } },
      '/text': {
        get: { responses: { '200': { content: { 'text/csv': { schema: { type: 'string' }, example: 'a;b' } } } } },
      },
      '/open': {
        get: {
          responses: { '2XX': json({ type: 'object' }), default: json({ type: 'object', required: ['message'] }) },
        },
      },
    },
  });
  const operation = (line: string) => {
    const request: WireRequest = wireRequest(line);
    const found = description.operation(request);
    if (!found) throw new Error(`No operation for ${line}`);
    return found;
  };
  const body = (line: string) => JSON.parse(operation(line).reply()?.body ?? '') as unknown;

  it('are made from the schema of the likeliest success', () => {
    expect(operation('GET https://a.test/made').reply()).toMatchObject({
      status: 201,
      contentType: 'application/json',
    });
    expect(body('GET https://a.test/made')).toEqual({ id: 1, subject: 'text', secret: 'text' });
  });

  it('are the description’s example where it fits the schema', () => {
    expect(body('GET https://a.test/told')).toEqual({ id: 7, subject: 'Told', extra: true });
  });

  it('are made where the description’s example contradicts its schema', () => {
    expect(body('GET https://a.test/wrong')).toMatchObject({ id: 1, subject: 'text' });
  });

  it('are none where none is described', () => {
    expect(operation('DELETE https://a.test/none').reply()).toBeNull();
  });

  it('are texts where texts are described', () => {
    expect(operation('GET https://a.test/text').reply()).toEqual({ status: 200, contentType: 'text/csv', body: 'a;b' });
  });

  it.each<[string, [number, unknown], string[]]>([
    ['GET https://a.test/made', [201, { id: 1, subject: null }], []],
    ['GET https://a.test/made', [201, { id: 1 }], ['body.subject is missing']],
    ['GET https://a.test/made', [201, { id: '1', subject: 'x' }], ['body.id must be integer']],
    ['GET https://a.test/made', [201, { id: 1, subject: 'x', extra: true }], ['body.extra is not described']],
    ['GET https://a.test/told', [200, { id: 1, subject: 'x', extra: true }], []],
    ['GET https://a.test/told', [200, { id: 1, subject: 'x', extar: true }], ['body.extar is not described']],
    ['GET https://a.test/made', [200, {}], ['status 200 is not described: 201, 202 is']],
    ['GET https://a.test/made', [429, { message: 'Slow down' }], []],
    ['GET https://a.test/made', [404, { message: 'Gone' }], ['body must be string']],
    ['DELETE https://a.test/none', [204, null], []],
    ['GET https://a.test/open', [206, { anything: 'goes' }], []],
    ['GET https://a.test/open', [500, { error: 'x' }], ['body.message is missing']],
  ])('of ours are held against the description: %s %j', (line, [status, content], problems) => {
    expect(operation(line).replyProblems(status, content)).toEqual(problems);
  });
});
