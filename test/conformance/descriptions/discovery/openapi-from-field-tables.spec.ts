import { OpenapiDescription } from '../openapi/openapi-description.js';
import { wireRequest } from '../wire-request.js';
import { openapiFromFieldTables } from './openapi-from-field-tables.js';

const field = (type: string, more = {}) => ({ type, ...more });
const description = new OpenapiDescription(
  'inline.json',
  openapiFromFieldTables({
    method: {
      id: 'properties.runFunnel',
      httpMethod: 'POST',
      url: 'https://data.example.com/v1alpha/properties/{propertyId}:runFunnel',
      scopes: ['read'],
    },
    messages: {
      RunFunnelRequest: {
        fields: {
          property: field('string'),
          steps: field('Step', { repeated: true }),
          kind: field('Kind'),
          limit: field('int64'),
        },
        enums: { Kind: ['KIND_UNSPECIFIED', 'OPEN'] },
      },
      Step: {
        fields: {
          name: field('string'),
          within: field('google.protobuf.Duration'),
          filter: field('Filter'),
          other: field('NotTold'),
        },
      },
      Filter: {
        fields: { event: field('string'), field: field('string') },
        oneof: [{ name: 'one', fields: ['event', 'field'] }],
      },
      RunFunnelResponse: { fields: { count: field('int32'), exact: field('bool'), rate: field('double') } },
    },
  }),
);

function problems(json: unknown): string[] | undefined {
  const line = 'POST https://data.example.com/v1alpha/properties/12:runFunnel';
  const request = wireRequest(line, { headers: { authorization: 'Bearer token' }, json });
  return description.operation(request)?.problems(request);
}

describe('field tables', () => {
  it.each([
    { steps: [{ name: 'a', within: '60s', filter: { event: 'x' }, other: { any: 1 } }], kind: 'OPEN', limit: '5' },
    { limit: 5 },
  ])('take %j', (json) => {
    expect(problems(json)).toEqual([]);
  });

  it.each([
    [{ steps: [{ nmae: 'a' }] }, ['body.steps[0].nmae is not described']],
    [{ steps: { name: 'a' } }, ['body.steps must be array']],
    [{ steps: [{ filter: { event: 'x', field: 'y' } }] }, ['body.steps[0].filter has more than one of event, field']],
    [{ steps: [{ within: '1 minute' }] }, ['body.steps[0].within must match pattern "^-?\\d+(\\.\\d+)?s$"']],
    [{ kind: 'CLOSED' }, ['body.kind must be one of OPEN']],
    [{ property: 'properties/12' }, ['body.property is not described']],
  ])('refuse %j', (json, expected) => {
    expect(problems(json)).toEqual(expected);
  });

  it('answer by their messages', () => {
    const request = wireRequest('POST https://data.example.com/v1alpha/properties/12:runFunnel');
    expect(JSON.parse(description.operation(request)?.reply()?.body ?? '')).toEqual({ count: 1, exact: true, rate: 1 });
  });
});
