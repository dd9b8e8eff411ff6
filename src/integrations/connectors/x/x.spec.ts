import { ConnectorStage } from '../../testing/connector-stage.js';
import { countPosts } from './actions/count-posts.action.js';
import { createPost } from './actions/create-post.action.js';
import { getAudienceOverview } from './actions/get-audience-overview.action.js';
import { getPostAnalytics } from './actions/get-post-analytics.action.js';
import { getTrends } from './actions/get-trends.action.js';
import { listFollowers } from './actions/list-followers.action.js';
import { postThread } from './actions/post-thread.action.js';
import { searchPosts } from './actions/search-posts.action.js';
import { uploadVideo } from './actions/upload-video.action.js';
import { oauth1Authorization } from './oauth1.js';
import { verifyX } from './verify-x.js';
import { x } from './x.connector.js';

describe('X', () => {
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(x, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  const created = (id: string) => ({ status: 201, body: { data: { id, text: 'Bonjour' } } });
  const authorizations = () => stage.vendor.received.map(({ headers }) => headers.authorization ?? '');
  const client = (mode?: string) => stage.client({}, mode);

  it('posts as the account: signed request by request with keys, by its token after a sign-in', async () => {
    stage.play(() => created('1'));
    await createPost.run(await client('oauth1'), { text: 'Bonjour' });
    const [keys = ''] = authorizations();
    expect(keys).toMatch(/^OAuth oauth_consumer_key="\w+", oauth_nonce="[^"]+", .*oauth_signature="[^"]+"$/);
    expect(keys).toContain(`oauth_token="2244994945-${stage.secrets.get('userAccessToken')}"`);

    stage.play(() => created('1'));
    await createPost.run(await client('oauth2'), { text: 'Bonjour' });
    expect(authorizations()).toEqual([`Bearer ${stage.secrets.get('accessToken')}`]);
  });

  it('signs what is sent, its query included', async () => {
    stage.play(() => ({ status: 200, body: {} }));
    const range = { since: '2026-11-14T00:00:00Z', until: '2026-11-21T00:00:00Z' };
    const account = await client('oauth1');
    await getPostAnalytics.run(account, { postIds: ['1', '2'], ...range });
    const [{ method, url } = { method: '', url: new URL('https://nothing.example') }] = stage.vendor.received;
    expect(url.searchParams.get('ids')).toBe('1,2');
    const entered = await stage.values(stage.mode('oauth1'));
    const keys = {
      apiKey: entered.secret('apiKey'),
      apiKeySecret: entered.secret('apiKeySecret'),
      token: entered.secret('userAccessToken'),
      tokenSecret: entered.secret('userAccessTokenSecret'),
    };
    const [authorization = ''] = authorizations();
    const [, nonce = ''] = /oauth_nonce="([^"]+)"/.exec(authorization) ?? [];
    const signed = oauth1Authorization(keys, { method, url, form: undefined, now: account.now() }, nonce);
    expect(authorization).toBe(signed.reveal());
  });

  it('reads as the application only what it is to read so', async () => {
    stage.play(() => ({ status: 200, body: { data: [] } }));
    const keys = await client('oauth1');
    await getTrends.run(keys, {});
    await countPosts.run(keys, { query: 'bistro' });
    await searchPosts.run(keys, { query: 'bistro' });
    await listFollowers.run(keys, { userId: '9' });
    const byToken = `Bearer ${stage.secrets.get('accessToken')}`;
    expect(authorizations().map((header) => header === byToken)).toEqual([true, true, true, false]);
  });

  it('never signs two requests alike', async () => {
    stage.play(() => created('1'));
    const account = await client('oauth1');
    await createPost.run(account, { text: 'Bonjour' });
    await createPost.run(account, { text: 'Bonjour' });
    expect(new Set(authorizations()).size).toBe(2);
  });

  it('is tested by the project’s usage where no account signed in', async () => {
    stage.play(() => ({ status: 200, body: { data: { project_id: '1830000', project_usage: 12 } } }));
    expect(await verifyX(await client('bearer'))).toEqual({ accountName: 'X API project 1830000' });
    expect(stage.vendor.received.map(({ url }) => url.pathname)).toEqual(['/2/usage/tweets']);
  });

  it('reads another account’s audience without signing in, and figures by their names of old and new', async () => {
    stage.play(({ url }) => ({
      status: 200,
      body: url.pathname.endsWith('/tweets')
        ? {
            data: [
              { id: '2', text: 'a', public_metrics: { repost_count: 3 } },
              { id: '3', public_metrics: { retweet_count: 4 } },
            ],
          }
        : { data: { id: '9', username: 'voisin', public_metrics: { followers_count: 7, post_count: 5 } } },
    }));
    const overview = await getAudienceOverview.run(await client('bearer'), { username: 'voisin' });
    expect(overview).toMatchObject({ account: { followers: 7, posts: 5 }, reach: { posts: 2, reposts: 7, likes: 0 } });
  });

  it('says that an account is not there, although X answers 200', async () => {
    const errors = [{ title: 'Not Found Error', type: 'https://api.x.com/2/problems/resource-not-found' }];
    stage.play(() => ({ status: 200, body: { errors } }));
    await expect(getAudienceOverview.run(await client('bearer'), { username: 'personne' })).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('stops a thread where X refuses, and tells what is out', async () => {
    const refusal = {
      title: 'Forbidden',
      type: 'about:blank',
      detail: 'You are not permitted to perform this action.',
    };
    stage.play(() => (stage.vendor.received.length === 1 ? created('1') : { status: 403, body: refusal }));
    const posts = [{ text: 'un' }, { text: 'deux' }, { text: 'trois' }];
    expect(await postThread.run(await client(), { posts })).toEqual({
      ids: ['1'],
      stoppedAt: 1,
      failure: { kind: 'credential_rejected', message: refusal.detail, mayBeOut: false },
    });
    expect(stage.vendor.received).toHaveLength(2);
  });

  it('publishes nothing of a thread with a text that is too long', async () => {
    stage.play(() => created('1'));
    const posts = [{ text: 'un' }, { text: 'é'.repeat(281) }];
    await expect(postThread.run(await client(), { posts })).rejects.toMatchObject({ kind: 'invalid_input' });
    expect(stage.vendor.received).toEqual([]);
  });

  it('takes a text that was posted before for a conflict', async () => {
    const detail = 'You are not allowed to create a Tweet with duplicate content.';
    stage.play(() => ({ status: 403, body: { title: 'Forbidden', type: 'about:blank', detail } }));
    await expect(createPost.run(await client(), { text: 'Bonjour' })).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('waits by X’s own clock when a limit is reached', async () => {
    stage.play(() => ({
      status: 429,
      headers: { date: 'Sat, 21 Nov 2026 12:00:00 GMT', 'x-rate-limit-reset': '1795263030' },
      body: { title: 'Too Many Requests' },
    }));
    await expect(searchPosts.run(await client(), { query: 'bistro' })).rejects.toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 1_795_263_030_000 - Date.parse('2026-11-21T12:00:00Z'),
    });
  });

  it('sends a long video in parts that make the whole', async () => {
    stage.play(() => ({ status: 200, body: { data: { id: '5' } } }));
    const content = Buffer.alloc(7 * 1024 * 1024, 'vidéo');
    await uploadVideo.run(await client(), { contentBase64: content.toString('base64'), mediaType: 'video/mp4' });
    const parts = stage.vendor.received
      .filter(({ url }) => url.pathname.endsWith('/append'))
      .map(({ body }) => JSON.parse(body) as { media: string; segment_index: number });
    expect(parts.map((part) => part.segment_index)).toEqual([0, 1, 2]);
    expect(Buffer.concat(parts.map(({ media }) => Buffer.from(media, 'base64'))).equals(content)).toBe(true);
  });

  it('says why X cannot use a video', async () => {
    const info = { state: 'failed', error: { message: 'Unsupported codec.' } };
    stage.play(() => ({ status: 200, body: { data: { id: '5', processing_info: info } } }));
    await expect(
      uploadVideo.run(await client(), { contentBase64: 'AAAA', mediaType: 'video/mp4' }),
    ).rejects.toMatchObject({
      kind: 'invalid_input',
      safeMessage: { en: expect.stringContaining('Unsupported codec.') as string },
    });
  });
});
