import type { WireRequest } from '../described-operation.js';
import { wireRequest, withBody } from '../wire-request.js';
import { OpenapiDescription } from './openapi-description.js';

const description = new OpenapiDescription('inline.json', {
  openapi: '3.0.3',
  components: {
    schemas: {
      Ticket: {
        type: 'object',
        required: ['id', 'subject'],
        properties: {
          id: { type: 'integer', readOnly: true },
          subject: { type: 'string', minLength: 1 },
          priority: { type: 'string', enum: ['low', 'high'], nullable: true },
          tags: { type: 'array', items: { type: 'string' } },
          parent: { $ref: '#/components/schemas/Ticket' },
          custom: { type: 'object' },
          labels: { type: 'object', properties: { a: {} }, additionalProperties: { type: 'integer' } },
        },
      },
    },
  },
  paths: {
    '/json': {
      post: {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Ticket' } } },
        },
      },
    },
    '/optional': { post: { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } } },
    '/none': { post: {} },
    '/form': {
      post: {
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['To'],
                properties: {
                  To: { type: 'string' },
                  Timeout: { type: 'integer' },
                  Events: { type: 'array', items: { type: 'string', enum: ['ringing', 'completed'] } },
                },
              },
            },
          },
        },
      },
    },
    '/upload': {
      post: {
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['name', 'file'],
                properties: {
                  name: { type: 'string' },
                  file: { type: 'string', format: 'binary' },
                  size: { type: 'integer' },
                },
              },
            },
          },
        },
      },
    },
    '/any': { post: { requestBody: { content: { '*/*': { schema: { type: 'string' } } } } } },
  },
});

function problems(request: WireRequest): string[] | undefined {
  return description.operation(request)?.problems(request);
}

describe('a JSON body', () => {
  const post = (json: unknown) => problems(wireRequest('POST https://a.test/json', { json }));

  it.each([
    { subject: 'Help' },
    { subject: 'Help', priority: null, tags: ['a'], parent: { subject: 'First', parent: { subject: 'Before' } } },
    { subject: 'Help', custom: { anything: 1 }, labels: { a: 'x', b: 2 } },
  ])('is fine as %j', (json) => {
    expect(post(json)).toEqual([]);
  });

  it.each([
    [{}, ['body.subject is missing']],
    [{ subject: '' }, ['body.subject must NOT have fewer than 1 characters']],
    [{ subject: 'Help', subjekt: 'Help' }, ['body.subjekt is not described']],
    [{ subject: 'Help', parent: { subject: 'x', tgas: [] } }, ['body.parent.tgas is not described']],
    [{ subject: 'Help', tags: 'a' }, ['body.tags must be array']],
    [{ subject: 'Help', tags: ['a', 1] }, ['body.tags[1] must be string']],
    [{ subject: 'Help', priority: 'urgent' }, ['body.priority must be one of low, high, null']],
    [{ subject: 'Help', id: 1 }, ['body.id is read-only']],
    [{ subject: 'Help', labels: { b: 'x' } }, ['body.labels.b must be integer']],
    [['Help'], ['body must be object']],
  ])('is refused as %j', (json, expected) => {
    expect(post(json)).toEqual(expected);
  });

  it('is refused where it is none', () => {
    const request = wireRequest('POST https://a.test/json');
    expect(problems(withBody(request, 'application/json', '{"subject":'))).toEqual(['body is not JSON']);
  });

  it('is of a type with parameters, or of JSON’s family', () => {
    const request = wireRequest('POST https://a.test/json');
    expect(problems(withBody(request, 'Application/JSON; charset=utf-8', '{"subject":"Help"}'))).toEqual([]);
  });

  it('is missing where it is required only', () => {
    expect(problems(wireRequest('POST https://a.test/json'))).toEqual(['body is missing']);
    expect(problems(wireRequest('POST https://a.test/optional'))).toEqual([]);
  });

  it('is not described where there is to be none', () => {
    expect(problems(wireRequest('POST https://a.test/none', { json: {} }))).toEqual(['body is not described']);
    expect(problems(wireRequest('POST https://a.test/none'))).toEqual([]);
  });

  it('is of a type that is described', () => {
    expect(problems(wireRequest('POST https://a.test/json', { form: { subject: 'Help' } }))).toEqual([
      'content-type is "application/x-www-form-urlencoded" where application/json is described',
    ]);
  });

  it('may be anything where any type is described as a text', () => {
    expect(problems(wireRequest('POST https://a.test/any', { json: { any: 1 } }))).toEqual([]);
  });
});

describe('a form', () => {
  const post = (form: [string, string][]) => problems(wireRequest('POST https://a.test/form', { form }));

  it('is read by the types of its fields', () => {
    expect(
      post([
        ['To', '+15005550006'],
        ['Timeout', '60'],
        ['Events', 'ringing'],
        ['Events', 'completed'],
      ]),
    ).toEqual([]);
  });

  it.each([
    [[['Timeout', '60']], ['body.To is missing']],
    [
      [
        ['To', 'x'],
        ['Timeout', 'soon'],
      ],
      ['body.Timeout must be integer'],
    ],
    [
      [
        ['To', 'x'],
        ['Timeuot', '1'],
      ],
      ['body.Timeuot is not described'],
    ],
    [
      [
        ['To', 'x'],
        ['Events', 'rang'],
      ],
      ['body.Events[0] must be one of ringing, completed'],
    ],
  ] as [[string, string][], string[]][])('is refused as %j', (form, expected) => {
    expect(post(form)).toEqual(expected);
  });
});

describe('a body of several parts', () => {
  const part = (disposition: string, text: string) =>
    `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}\r\n`;
  const post = (...parts: string[]) => {
    const request = wireRequest('POST https://a.test/upload');
    return problems(withBody(request, 'multipart/form-data; boundary=b', `${parts.join('')}--b--\r\n`));
  };
  const file = part('name="file"; filename="a.txt"', 'one\r\n\r\ntwo');

  it('is fine with what is described', () => {
    expect(post(part('name="name"', 'A'), part('name="size"', '12'), file)).toEqual([]);
  });

  it('is refused without a part that is required', () => {
    expect(post(file)).toEqual(['body.name is missing']);
    expect(post(part('name="name"', 'A'))).toEqual(['body.file is missing']);
  });

  it('is refused with a part that is not described, or of another type', () => {
    expect(post(part('name="name"', 'A'), file, part('name="nmae"', 'A'))).toEqual(['body.nmae is not described']);
    expect(post(part('name="name"', 'A'), file, part('name="size"', 'big'))).toEqual(['body.size must be integer']);
    expect(post(part('name="name"', 'A'), file, part('name="size"; filename="b"', '1'))).toEqual([
      'body.size is a file where integer is described',
    ]);
  });

  it('is refused where its parts are not bounded as its type says', () => {
    const request = wireRequest('POST https://a.test/upload');
    const problem = 'body is not multipart/form-data with the boundary of its content type';
    expect(problems(withBody(request, 'multipart/form-data; boundary=c', `${file}--b--`))).toEqual([problem]);
    expect(problems(withBody(request, 'multipart/form-data; boundary=b', file))).toEqual([problem]);
  });
});
