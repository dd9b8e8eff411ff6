import { answerType, mediaTypes } from './media-type.js';

const { json, response } = mediaTypes;
const own = 'application/graphql-response+json';

describe('The type of an answer', () => {
  it.each([
    [undefined, json],
    ['', json],
    ['*/*', json],
    ['application/*', json],
    ['application/json', json],
    ['APPLICATION/JSON', json],
    ['application/json; charset=utf-8', json],
    [own, response],
    [`${own}; charset=utf-8`, response],
    [`${own}, application/json`, response],
    [`application/json, ${own}`, json],
    [`application/json;q=0.9, ${own}`, response],
    [`${own};q=0.1, application/json`, json],
    [`${own}, */*;q=0.5`, response],
    [`*/*, ${own}`, response],
    [`*/*, ${own};q=0`, json],
    [`text/html, application/json;q=0.2`, json],
    [`${own};q=nonsense`, response],
  ])('is, for Accept: %s, %s', (accept, type) => {
    expect(answerType(accept)).toBe(type);
  });

  it.each(['text/html', 'image/*', 'application/json;q=0', '*/*;q=0', 'application/xml, text/plain', 'json', ';', ','])(
    'is none for Accept: %s',
    (accept) => {
      expect(answerType(accept)).toBeNull();
    },
  );

  it('is found at once however long the header is', () => {
    expect(answerType(`${'text/x;q=0.1,'.repeat(10_000)}application/json`)).toBe(json);
  });
});
