import { ConnectorStage } from '../../testing/connector-stage.js';
import type { StagedRequest, StagedReply } from '../../testing/vendor-stage.js';
import { buildSearchLink } from './actions/build-search-link.action.js';
import { createPost } from './actions/create-post.action.js';
import { getEngagementStats } from './actions/get-engagement-stats.action.js';
import { getPageAudience } from './actions/get-page-audience.action.js';
import { lookupCompany } from './actions/lookup-company.action.js';
import { uploadAsset } from './actions/upload-asset.action.js';
import { linkedin } from './linkedin.connector.js';
import { verifyLinkedIn } from './verify-linkedin.js';

const userinfo = { status: 200, body: { sub: '8f2X', name: 'Léa Martin' } };
const denied = {
  status: 403,
  body: { status: 403, serviceErrorCode: 100, message: 'Not enough permissions to access: videos.GET.20260801' },
};
const uploadUrl = 'https://www.linkedin.com/dms-uploads/C4E10/image';

describe('LinkedIn', () => {
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(linkedin, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());

  const asked = () => stage.vendor.received.map(({ method, url }) => `${method} ${url.pathname}`);
  /** Answers by the end of the path. */
  const play = (replies: Readonly<Record<string, StagedReply | ((request: StagedRequest) => StagedReply)>>) => {
    stage.play((request) => {
      const [, reply] = Object.entries(replies).find(([end]) => request.url.pathname.endsWith(end)) ?? [];
      return (typeof reply === 'function' ? reply(request) : reply) ?? { status: 404 };
    });
  };

  it('says which role is missing on the page that was entered', async () => {
    play({ '/userinfo': userinfo, '/organizationAcls': { status: 200, body: { elements: [] } } });
    expect(await verifyLinkedIn(await stage.client())).toEqual({
      accountName: 'Léa Martin (urn:li:organization:2414183)',
      missing: ['ADMINISTRATOR: urn:li:organization:2414183'],
    });
  });

  it('posts as the member unless told otherwise', async () => {
    play({ '/userinfo': userinfo, '/posts': { status: 201, headers: { 'x-restli-id': 'urn:li:share:1' } } });
    await createPost.run(await stage.client(), { text: 'Bonjour' });
    const [, post] = stage.vendor.received;
    expect(JSON.parse(post?.body ?? '')).toMatchObject({ author: 'urn:li:person:8f2X', commentary: 'Bonjour' });
  });

  it('refuses a post without anything to show, or with two kinds of it', async () => {
    play({});
    const poll = { question: 'Quand ?', options: ['midi', 'soir'] };
    const media = { urn: 'urn:li:image:1' };
    for (const input of [{ text: ' ' }, { text: 'Bonjour', poll, media }]) {
      await expect(createPost.run(await stage.client(), input)).rejects.toMatchObject({ kind: 'invalid_input' });
    }
    expect(asked()).toEqual([]);
  });

  it('says that a text was posted before', async () => {
    const message = 'Content is a duplicate of urn:li:share:1';
    play({ '/userinfo': userinfo, '/posts': { status: 422, body: { status: 422, message } } });
    await expect(createPost.run(await stage.client(), { text: 'Bonjour' })).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('asks for single posts with lists whose brackets are not encoded', async () => {
    const elements = [{ share: 'urn:li:share:1', totalShareStatistics: { likeCount: 2 } }];
    play({ ShareStatistics: { status: 200, body: { elements } } });
    const postUrns = ['urn:li:share:1', 'urn:li:ugcPost:2', 'urn:li:share:3'];
    const stats = await getEngagementStats.run(await stage.client(), { postUrns });
    const page = 'q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A2414183';
    expect(stage.vendor.received.map(({ body }) => body)).toEqual([
      `${page}&shares=List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Ashare%3A3)`,
      `${page}&ugcPosts=List(urn%3Ali%3AugcPost%3A2)`,
    ]);
    expect(stats).toMatchObject({ items: [{ post: 'urn:li:share:1', likeCount: 2 }, {}] });
  });

  it('reads what a page gained by day, until today', async () => {
    const timeRange = { start: Date.parse('2026-11-20T00:00:00Z'), end: Date.parse('2026-11-21T00:00:00Z') };
    const followerGains = { organicFollowerGain: 4, paidFollowerGain: 1 };
    const views = { allPageViews: { pageViews: 9, uniquePageViews: 5 } };
    play({
      '2414183': { status: 200, body: { firstDegreeSize: 100 } },
      FollowerStatistics: { status: 200, body: { elements: [{ timeRange, followerGains }] } },
      PageStatistics: { status: 200, body: { elements: [{ timeRange, totalPageStatistics: { views } }] } },
    });
    expect(await getPageAudience.run(await stage.client(), { since: '2026-11-20', granularity: 'DAY' })).toEqual({
      followers: 100,
      segments: [],
      gains: [{ from: '2026-11-20', to: '2026-11-20', organic: 4, paid: 1 }],
      views: [{ from: '2026-11-20', to: '2026-11-20', views: 9, uniqueVisitors: 5 }],
    });
    const end = Date.parse('2026-11-22T00:00:00Z');
    const range = `(timeRange:(start:${timeRange.start},end:${end}),timeGranularityType:DAY)`;
    expect(stage.vendor.received.slice(1).map(({ body }) => new URLSearchParams(body).get('timeIntervals'))).toEqual([
      range,
      range,
    ]);
  });

  it.each([
    ['image', 'urn:li:image:1', []],
    ['document', 'urn:li:document:1', ['GET /rest/documents/urn%3Ali%3Adocument%3A1']],
  ])('uploads an %s as its owner, and waits where that takes time', async (kind, urn, looks) => {
    play({
      [`/${kind}s`]: { status: 200, body: { value: { [kind]: urn, uploadUrl } } },
      '/dms-uploads/C4E10/image': { status: 201 },
      [encodeURIComponent(urn)]: { status: 200, body: { status: 'AVAILABLE' } },
    });
    const input = { as: 'page', kind, contentBase64: 'AAAA' };
    expect(await uploadAsset.run(await stage.client(), input)).toEqual({ urn, status: 'AVAILABLE' });
    expect(asked()).toEqual([`POST /rest/${kind}s`, 'PUT /dms-uploads/C4E10/image', ...looks]);
  });

  it('never sends a file to a host that is not LinkedIn’s', async () => {
    play({
      '/images': { status: 200, body: { value: { image: 'urn:li:image:1', uploadUrl: 'https://evil.example/take' } } },
    });
    const input = { as: 'page', kind: 'image', contentBase64: 'AAAA' };
    await expect(uploadAsset.run(await stage.client(), input)).rejects.toMatchObject({ kind: 'invalid_input' });
    expect(asked()).toEqual(['POST /rest/images']);
  });

  it.each([
    [{ status: 200, body: { status: 'PROCESSING_FAILED' } }, { kind: 'invalid_input' }],
    [{ status: 200, body: { status: 'PROCESSING' } }, { status: 'PROCESSING' }],
    [denied, { status: 'UNKNOWN' }],
  ])('tells how a video fares: %j', async (look, expected) => {
    const video = 'urn:li:video:1';
    play({
      '/videos': { status: 200, body: { value: { video, uploadInstructions: [] } } },
      [encodeURIComponent(video)]: look,
    });
    const input = { as: 'page', kind: 'video', contentBase64: 'AAAA' };
    const result = await uploadAsset.run(await stage.client(), input).catch((error: unknown) => error);
    expect(result).toMatchObject(expected);
  });

  it('looks companies up by number, those without one left out', async () => {
    const results = { '1035': { id: 1035, localizedName: 'Acme' }, '7': {} };
    play({ '/organizationsLookup': { status: 200, body: { results } } });
    expect(await lookupCompany.run(await stage.client(), { ids: ['1035', '7'] })).toEqual({
      items: [{ id: 1035, localizedName: 'Acme', url: 'https://www.linkedin.com/company/1035' }],
    });
    expect(stage.vendor.received[0]?.body).toBe('ids=List(1035,7)');
  });

  it('waits until midnight UTC when the day’s requests are used up', async () => {
    const message = 'Resource level throttle APPLICATION DAY limit for calls to this resource is reached.';
    const headers = { date: 'Sat, 21 Nov 2026 22:30:00 GMT' };
    play({ '/organizationsLookup': { status: 429, headers, body: { status: 429, message } } });
    await expect(lookupCompany.run(await stage.client(), { ids: ['1'] })).rejects.toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 90 * 60_000,
    });
  });

  it('builds a search of LinkedIn itself', async () => {
    play({ '/userinfo': userinfo });
    const wanted = { keywords: 'vin', title: 'Acheteur', company: 'Acme & fils', region: 'Lyon' };
    expect(await buildSearchLink.run(await stage.client(), wanted)).toEqual({
      url: 'https://www.linkedin.com/search/results/people/?keywords=vin+AND+Lyon&titleFreeText=Acheteur&company=Acme+%26+fils',
      openAs: 'Léa Martin',
    });
  });

  it('asks which page is meant where none was entered', async () => {
    const client = await stage.client();
    const withoutPage = Object.create(client, {
      settings: { value: { optionalText: () => undefined } },
    }) as typeof client;
    await expect(getPageAudience.run(withoutPage, {})).rejects.toMatchObject({
      reason: 'INTEGRATIONS.PAGE_NOT_CHOSEN',
    });
  });
});
