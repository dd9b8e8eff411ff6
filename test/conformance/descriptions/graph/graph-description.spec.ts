import type { WireRequest } from '../described-operation.js';
import { wireRequest } from '../wire-request.js';
import { fieldNames } from './graph-fields.js';
import { GraphDescription } from './graph-description.js';

const parameter = (name: string, type: string, required = false) => ({ name, type, required });
const node = { method: 'GET', name: '#get' };
const description = new GraphDescription('inline.json', {
  nodes: {
    Shop: {
      apis: [
        { ...node, return: 'Shop', params: [] },
        { name: '#delete', method: 'DELETE', return: 'Object', params: [] },
        {
          method: 'POST',
          endpoint: 'offers',
          return: 'Offer',
          params: [
            parameter('title', 'string', true),
            parameter('price', 'unsigned int'),
            parameter('open', 'bool'),
            parameter('since', 'datetime'),
            parameter('kind', 'shop_kind'),
            parameter('tags', 'list<string>'),
            parameter('kinds', 'list<shop_kind>'),
            parameter('place', 'map'),
            parameter('targeting', 'Targeting'),
          ],
        },
        { method: 'GET', endpoint: 'offers', return: 'Offer', params: [parameter('kinds', 'list<shop_kind>')] },
      ],
      fields: [
        { name: 'id', type: 'string' },
        { name: 'name', type: 'string' },
      ],
    },
    Offer: {
      apis: [
        { ...node, return: 'Offer', params: [parameter('currency', 'string')] },
        { method: 'GET', endpoint: 'comments', return: 'Elsewhere', params: [] },
      ],
      fields: [
        { name: 'id', type: 'string' },
        { name: 'price', type: 'int' },
        { name: 'made', type: 'datetime' },
        { name: 'shop', type: 'Shop' },
      ],
    },
    IGRefreshAccessTokenForIGOnlyAPI: {
      apis: [
        {
          ...node,
          return: 'X',
          params: [parameter('grant_type', 'string', true), parameter('access_token', 'string', true)],
        },
      ],
      fields: [{ name: 'access_token', type: 'string' }],
    },
  },
  enums: { shop_kind: ['NEW', 'OLD'] },
});
const headers = { authorization: 'Bearer token' };
const problems = (request: WireRequest) => description.operation(request)?.problems(request);
const get = (path: string) => problems(wireRequest(`GET https://graph.facebook.com/v25.0/${path}`, { headers }));
const post = (form: Record<string, string>) =>
  problems(wireRequest('POST https://graph.facebook.com/v25.0/12/offers', { headers, form }));

describe('a call of the graph', () => {
  it.each([
    ['GET https://graph.facebook.com/v25.0/12', 'GET /{Shop}'],
    ['GET https://graph.facebook.com/v25.0/12?currency=EUR', 'GET /{Offer}'],
    ['GET https://graph.instagram.com/v25.0/act_12/offers', 'GET /{Shop}/offers'],
    ['DELETE https://graph.facebook.com/v25.0/12_34', 'DELETE /{Shop}'],
    ['GET https://graph.instagram.com/refresh_access_token?grant_type=x&access_token=y', 'GET /refresh_access_token'],
  ])('%s is the one that it fits best', (line, name) => {
    expect(description.operation(wireRequest(line))?.name).toBe(name);
  });

  it.each([
    'GET https://graph.example.com/v25.0/12',
    'GET https://graph.facebook.com/12',
    'GET https://graph.facebook.com/v25.0/12/ofers',
    'DELETE https://graph.facebook.com/v25.0/12/offers',
    'GET https://graph.facebook.com/v25.0/12/offers/13',
  ])('%s is none', (line) => {
    expect(description.operation(wireRequest(line))).toBeNull();
  });

  it.each([
    { title: 'Tea', price: '5', open: 'true', since: '1767225600', kind: 'NEW' },
    { title: 'Tea', tags: '["a","b"]', kinds: 'NEW,OLD', place: '{"city":"Lyon"}', targeting: '{"age":18}' },
    { title: 'Tea', since: '2026-01-01', open: '0', limit: '5', appsecret_proof: 'x' },
  ])('takes parameters as %j', (form) => {
    expect(post(form)).toEqual([]);
  });

  it.each<[Record<string, string>, string]>([
    [{ price: '5' }, 'parameter.title is missing'],
    [{ title: 'Tea', titel: 'Tea' }, 'parameter.titel is not described'],
    [{ title: 'Tea', open: 'maybe' }, 'parameter.open must be one of true, false, 0, 1'],
    [{ title: 'Tea', kind: 'USED' }, 'parameter.kind must be one of NEW, OLD'],
    [{ title: 'Tea', kinds: 'NEW,USED' }, 'parameter.kinds[1] must be one of NEW, OLD'],
    [{ title: 'Tea', place: 'Lyon' }, 'parameter.place must be JSON'],
  ])('refuses parameters as %j', (form, problem) => {
    expect(post(form)).toEqual([problem]);
  });

  it('takes parameters of a JSON body, and of the query beside it', () => {
    const line = 'POST https://graph.facebook.com/v25.0/12/offers?kind=NEW';
    const json = (content: unknown) => problems(wireRequest(line, { headers, json: content }));
    expect(json({ title: 'Tea', price: 5, tags: ['a'], place: { city: 'Lyon' } })).toEqual([]);
    expect(json({ title: 'Tea', tags: [1] })).toEqual(['parameter.tags[0] must be string']);
    expect(json({ title: { fr: 'Thé' } })).toEqual(['parameter.title must be string']);
    expect(json({ title: 'Tea', colour: 1 })).toEqual(['parameter.colour is not described']);
  });

  it('asks for fields that the answered node has, or edges of it', () => {
    expect(get('12/offers?fields=id,price,comments.limit(5){text,from{name}}')).toEqual([]);
    expect(get('12/offers?fields=id,prise')).toEqual(['parameter.fields: Offer has no prise']);
  });

  it('needs an access token, wherever it stands', () => {
    expect(problems(wireRequest('GET https://graph.facebook.com/v25.0/12'))).toEqual([
      'no credential: an access token is needed',
    ]);
    expect(problems(wireRequest('GET https://graph.facebook.com/v25.0/12?access_token=x'))).toEqual([]);
  });
});

describe('an answer of the graph', () => {
  const operation = (line: string) => description.operation(wireRequest(line));
  const body = (line: string) => JSON.parse(operation(line)?.reply()?.body ?? '') as unknown;

  it('has the fields that were asked for', () => {
    expect(body('GET https://graph.facebook.com/v25.0/12?fields=name')).toEqual({
      id: '17900000000000001',
      name: 'text',
    });
  });

  it('lists what an edge leads to', () => {
    expect(body('GET https://graph.facebook.com/v25.0/12/offers?fields=price')).toMatchObject({
      data: [{ id: '17900000000000001', price: 1 }],
    });
    expect(body('GET https://graph.facebook.com/v25.0/12/comments?fields=text')).toMatchObject({
      data: [{ text: 'text' }],
    });
  });

  it('is the id of what was made', () => {
    expect(body('POST https://graph.facebook.com/v25.0/12/offers')).toMatchObject({ id: '17900000000000001' });
  });

  it.each([
    [{ data: [{ id: '1', price: 5, made: '2026-01-01T00:00:00+0000' }], paging: { next: 'https://a.test' } }, []],
    [{ data: [{ id: '1', price: 'five' }] }, ['body.data[0].price must match pattern "^-?\\d+$"']],
    [{ data: [{ id: '1', cost: 5 }] }, ['body.data[0].cost is not described']],
    [[], ['body must be object']],
  ])('of ours is held against the node: %j', (content, expected) => {
    expect(operation('GET https://graph.facebook.com/v25.0/12/offers')?.replyProblems(200, content)).toEqual(expected);
  });

  it('of ours may be any error', () => {
    expect(operation('GET https://graph.facebook.com/v25.0/12')?.replyProblems(400, { error: {} })).toEqual([]);
  });
});

describe('fieldNames', () => {
  it('are those of the outermost level', () => {
    expect(fieldNames('id, replies.limit(5).order(a,b){text,from{id}},insights.metric(x){values}')).toEqual([
      'id',
      'replies',
      'insights',
    ]);
    expect(fieldNames('')).toEqual([]);
  });
});
