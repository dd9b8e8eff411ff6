import { CredentialRejected, UpstreamRateLimited } from '../../../../kernel/http/index.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { scanCrawlErrors } from './scan-crawl-errors.action.js';

const facts = { target: 'google-search-console', method: 'POST', url: '', attempts: 1 };
const urls = ['a', 'b', 'c'].map((page) => `https://www.site.example/${page}`);

/** A client whose inspections answer one after the other, and whose clock goes on by a minute with each. */
function clientOf(inspections: readonly (string | Error)[]) {
  const replies = [...inspections];
  let minutes = 0;
  return {
    settings: { text: () => 'sc-domain:site.example' },
    now: () => new Date(minutes * 60_000),
    get: async () => ({ sitemap: [] }),
    post: async () => {
      minutes += 1;
      const reply = replies.shift();
      if (reply instanceof Error) throw reply;
      return { inspectionResult: { indexStatusResult: { pageFetchState: reply } } };
    },
  } as unknown as VendorClient;
}

describe('scan_crawl_errors', () => {
  it('keeps what it found when the quota ends, and says what it left out', async () => {
    const client = clientOf(['NOT_FOUND', new UpstreamRateLimited(facts, undefined)]);
    expect(await scanCrawlErrors.run(client, { urls })).toMatchObject({
      inspected: 1,
      items: [{ url: urls[0], pageFetchState: 'NOT_FOUND' }],
      notInspected: [
        { url: urls[1], reason: 'QUOTA' },
        { url: urls[2], reason: 'QUOTA' },
      ],
    });
  });

  it('stops before it takes too long', async () => {
    const client = clientOf(['SUCCESSFUL', 'SUCCESSFUL', 'SUCCESSFUL']);
    expect(await scanCrawlErrors.run(client, { urls })).toMatchObject({
      inspected: 2,
      items: [],
      notInspected: [{ url: urls[2], reason: 'TIME' }],
    });
  });

  it('gives up when the credentials are refused', async () => {
    const client = clientOf(['SUCCESSFUL', new CredentialRejected({ ...facts, status: 401 })]);
    await expect(scanCrawlErrors.run(client, { urls })).rejects.toBeInstanceOf(CredentialRejected);
  });
});
