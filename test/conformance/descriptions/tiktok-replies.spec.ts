import { OpenapiDescription } from './openapi/openapi-description.js';
import { describeTikTokReplies } from './tiktok-replies.js';
import { wireRequest } from './wire-request.js';

describe('answers of TikTok', () => {
  const envelope = {
    type: 'object',
    properties: { code: { type: 'integer' }, message: { type: 'string' }, data: { type: 'object', properties: {} } },
  };
  const content = {
    openapi: '3.0.1',
    paths: { '/tags/': { get: { responses: { '200': { content: { 'application/json': { schema: envelope } } } } } } },
    'x-response-fields': {
      'get /tags/': { 'tags[][]': [{ tag_id: '$', views: '$', 'geo[]': [{ code: '$' }] }], page_info: { page: '$' } },
      'get /elsewhere/': { a: '$' },
    },
  };
  describeTikTokReplies(content);
  const operation = new OpenapiDescription('inline.yaml', content).operation(wireRequest('GET https://a.test/tags/'));

  it('tell of success, with the members of the field tables', () => {
    expect(JSON.parse(operation?.reply()?.body ?? '')).toEqual({
      code: 0,
      message: 'OK',
      data: { tags: [{ tag_id: 'text', views: 1, geo: { code: 'text' } }], page_info: { page: 1 } },
    });
  });

  it('of ours are held against the tables', () => {
    const problems = (data: unknown) => operation?.replyProblems(200, { code: 0, data });
    expect(problems({ tags: [{ tag_id: 7, views: '9', geo: [{ code: 'FR' }] }] })).toEqual([]);
    expect(problems({ tags: [{ tagid: 7 }] })).toEqual(['body.data.tags[0].tagid is not described']);
  });
});
