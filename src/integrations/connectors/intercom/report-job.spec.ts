import { gzipSync } from 'node:zlib';
import type { VendorClient } from '../../core/vendor-client.js';
import { fetchReport } from './report-job.js';

const order = { datasetId: 'conversation', attributeIds: ['conversation.id'], startTime: 1, endTime: 2 };

/** A client whose job answers with one status after the other, and with a file. */
function clientOf(statuses: readonly string[], file = Buffer.from('')) {
  const waits: number[] = [];
  const replies = [...statuses];
  const client = {
    settings: { optionalText: () => undefined },
    get: async (path: string) => {
      if (path === '/me') return { id: '1', app: { id_code: 'abc123' } };
      if (path.startsWith('/download/')) return file;
      return { job_identifier: 'job1', status: replies.shift() ?? 'pending' };
    },
    post: async () => ({ job_identifier: 'job1', status: 'pending' }),
    wait: async (ms: number) => {
      waits.push(ms);
      if (waits.reduce((sum, each) => sum + each, 0) > 120_000) throw new Error('two minutes are over');
    },
  } as unknown as VendorClient;
  return { client, waits };
}

describe('fetchReport', () => {
  it.each([
    ['plain', Buffer.from('id\n7\n')],
    ['packed', gzipSync('id\n7\n')],
  ])('reads a %s table', async (_, file) => {
    const { client } = clientOf(['completed'], file);
    expect(await fetchReport(client, order)).toEqual({ status: 'complete', table: [['id'], ['7']] });
  });

  it.each(['failed', 'no_data', 'canceled'])('tells that the job ended as %s', async (status) => {
    const { client } = clientOf(['pending', status]);
    expect(await fetchReport(client, order)).toEqual({ status, table: [] });
  });

  it('looks less and less often, and no longer than it may', async () => {
    const { client, waits } = clientOf([]);
    await expect(fetchReport(client, order)).rejects.toThrow('two minutes are over');
    expect(waits.slice(0, 5)).toEqual([1000, 2000, 4000, 8000, 10_000]);
    expect(waits.length).toBeLessThan(20);
  });
});
