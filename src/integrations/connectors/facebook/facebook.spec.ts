import { Secret } from '../../../kernel/config/index.js';
import { InvalidInput } from '../../../kernel/errors/index.js';
import { RightsMissing, UpstreamRefused, type HttpMethod } from '../../../kernel/http/index.js';
import type { VendorClient, VendorReply, VendorRequest, VendorSettings } from '../../core/vendor-client.js';
import { cancelScheduledPost } from './actions/cancel-scheduled-post.action.js';
import { getPageAnalytics } from './actions/get-page-analytics.action.js';
import { publishPost } from './actions/publish-post.action.js';
import { schedulePost } from './actions/schedule-post.action.js';
import { asPage } from './page-client.js';
import { verifyFacebook } from './verify-facebook.js';

interface Asked {
  method: HttpMethod;
  path: string;
  request: VendorRequest<unknown>;
}

/** Answers in turn; what was asked is kept. */
class Answers implements VendorClient {
  readonly mode = 'access_token';
  readonly asked: Asked[] = [];

  constructor(
    private readonly answers: unknown[],
    private readonly entered: { appSecret?: string; adAccountId?: string } = {},
  ) {}

  readonly settings: VendorSettings = {
    text: () => '',
    optionalText: (key) => (key === 'adAccountId' ? this.entered.adAccountId : undefined),
    fact: () => '',
    optionalFact: () => undefined,
  };

  get = <T>(path: string, request: VendorRequest<T>) => this.answer('GET', path, request);
  post = <T>(path: string, request: VendorRequest<T>) => this.answer('POST', path, request);
  put = <T>(path: string, request: VendorRequest<T>) => this.answer('PUT', path, request);
  patch = <T>(path: string, request: VendorRequest<T>) => this.answer('PATCH', path, request);
  delete = <T>(path: string, request: VendorRequest<T>) => this.answer('DELETE', path, request);

  async call<T>(method: HttpMethod, path: string, request: VendorRequest<T>): Promise<VendorReply<T>> {
    return { status: 200, headers: {}, body: await this.answer(method, path, request) };
  }

  secret(): Secret | undefined {
    return this.entered.appSecret === undefined ? undefined : new Secret(this.entered.appSecret);
  }

  now(): Date {
    return new Date('2026-11-21T12:00:00Z');
  }

  async wait(): Promise<void> {
    await Promise.resolve();
  }

  private async answer<T>(method: HttpMethod, path: string, request: VendorRequest<T>): Promise<T> {
    this.asked.push({ method, path, request });
    if ('accept' in request.reply) throw new Error('JSON only.');
    const answer = this.answers.shift();
    if (answer instanceof Error) throw answer;
    return request.reply.parse(answer);
  }
}

const token = { id: '1', access_token: 'EAApage' };

function textOf(value: unknown): unknown {
  return value instanceof Secret ? value.reveal() : value;
}

describe('as the Page', () => {
  const read = { query: { fields: 'id' }, reply: publishPost.output };

  it('requests carry its token and the proof that fits it', async () => {
    // RFC 4231, section 4.3, with its data for a token: https://www.rfc-editor.org/rfc/rfc4231#section-4.3
    const client = new Answers(
      [
        { id: '1', access_token: 'what do ya want for nothing?' },
        { id: '1', permalink_url: null },
      ],
      {
        appSecret: 'Jefe',
      },
    );
    await (await asPage(client)).get('/1', read);
    const sent = client.asked[1]?.request;
    expect(textOf(sent?.headers?.authorization)).toBe('Bearer what do ya want for nothing?');
    expect(textOf(sent?.query?.appsecret_proof)).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    expect(sent?.anonymous).toBe(true);
  });

  it('requests carry no proof where the application’s secret is not known', async () => {
    const client = new Answers([token, { id: '1', permalink_url: null }]);
    await (await asPage(client)).get('/1', read);
    expect(client.asked[1]?.request.query).toEqual({ fields: 'id' });
  });

  it('requests keep the connection’s own token where that is the Page’s', async () => {
    const client = new Answers([{ id: '1' }, { id: '1' }, { id: '1', permalink_url: null }]);
    await (await asPage(client)).get('/1', read);
    expect(client.asked[2]?.request).toEqual(read);
  });

  it('nothing is written with a token that may not act for it', async () => {
    const client = new Answers([{ id: '1' }, { id: '7' }]);
    const refusal: unknown = await publishPost.run(client, { message: 'x' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RightsMissing);
    expect((refusal as RightsMissing).platformSaid().missing).toEqual(['pages_show_list', 'pages_manage_posts']);
    expect(client.asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('numbers that are refused one and all are not taken for switched off', async () => {
    const facts = { target: 'facebook', method: 'GET', url: 'https://graph.facebook.com', attempts: 1, status: 400 };
    const refusals = ['together', 'first', 'second'].map(
      (message) => new UpstreamRefused(facts, '', { kind: 'invalid_input', said: { message } }),
    );
    const client = new Answers([token, ...refusals]);
    const wanted = { metrics: ['page_follows', 'page_video_views'] };
    await expect(getPageAnalytics.run(client, wanted)).rejects.toBe(refusals[0]);
  });
});

describe('connection test', () => {
  const page = { id: '104502938475610', name: 'Le Gourmet' };

  it('takes a token that is the Page’s own', async () => {
    const client = new Answers([page, { id: page.id }]);
    expect(await verifyFacebook(client)).toEqual({ accountName: 'Le Gourmet', missing: [] });
  });

  it('tells that a token may not act for the Page', async () => {
    const client = new Answers([page, { id: '7' }]);
    expect((await verifyFacebook(client)).missing).toEqual(['pages_show_list', 'pages_manage_posts']);
  });

  it('tells that the ad account is closed', async () => {
    const client = new Answers([{ ...token, ...page }, { account_status: 2 }], { adAccountId: '12345' });
    expect((await verifyFacebook(client)).missing).toEqual(['account_status 1 (2)']);
  });
});

describe('posts', () => {
  it.each([
    ['2026-11-21T12:09:59Z', 'too soon'],
    ['2026-12-21T12:00:01Z', 'too late'],
  ])('are not scheduled for %s, which is %s', async (publishAt) => {
    const client = new Answers([]);
    await expect(schedulePost.run(client, { message: 'x', publishAt })).rejects.toThrow(InvalidInput);
    expect(client.asked).toEqual([]);
  });

  it('that are out cannot be cancelled', async () => {
    const client = new Answers([token, { id: '104502938475610_1', is_published: true }]);
    await expect(cancelScheduledPost.run(client, { postId: '104502938475610_122110' })).rejects.toThrow(InvalidInput);
    expect(client.asked.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it.each([
    [{}],
    [{ message: 'x', link: 'https://a.example', videoUrl: 'https://a.example/v.mp4' }],
    [{ imageUrls: ['http://a.example/1.jpg'] }],
  ])('like %j are refused unsent', async (input) => {
    const client = new Answers([]);
    await expect(publishPost.run(client, input)).rejects.toMatchObject({ kind: 'invalid_input' });
    expect(client.asked).toEqual([]);
  });

  it('with a video tell its address whole', async () => {
    const client = new Answers([token, { id: '77' }, { permalink_url: '/legourmet/videos/77/' }]);
    expect(await publishPost.run(client, { videoUrl: 'https://a.example/v.mp4', message: 'x' })).toEqual({
      id: '77',
      permalink_url: 'https://www.facebook.com/legourmet/videos/77/',
    });
    expect(client.asked[1]).toMatchObject({ method: 'POST', path: '/videos' });
  });
});
