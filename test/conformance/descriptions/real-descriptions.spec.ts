import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { specFile } from '../../support/specs.js';
import { describeWhere } from '../../support/where.js';
import { openDescriptions } from './description.js';
import type { Description } from './described-operation.js';
import { mailAndVoiceRequests } from './real/mail-and-voice-requests.js';
import { realRequest } from './real/real-request.js';
import { salesRequests } from './real/sales-requests.js';
import { searchRequests } from './real/search-requests.js';
import { socialRequests } from './real/social-requests.js';
import { supportRequests } from './real/support-requests.js';

const known = specFile('vapi.json');
const folder = known === null ? '' : dirname(known);
const all = [...mailAndVoiceRequests, ...salesRequests, ...searchRequests, ...socialRequests, ...supportRequests];

describeWhere(known !== null)('the platforms’ own descriptions', () => {
  const files = known === null ? [] : readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));

  it('are all of a format that is known, and have requests here', async () => {
    expect(await openDescriptions(folder, files)).toHaveLength(files.length);
    expect(all.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  describe.each(all)('$file', ({ file, headers, accepted, refused }) => {
    let description: Description | undefined;

    beforeAll(async () => {
      [description] = await openDescriptions(folder, [file]);
    });

    it('accepts what the vendor takes, and answers as it describes', () => {
      for (const one of accepted) {
        const request = realRequest(one, headers);
        const operation = description?.operation(request);
        expect([one, operation?.problems(request)]).toEqual([one, []]);
        const reply = operation?.reply();
        if (reply?.contentType.endsWith('json') === true)
          expect(operation?.replyProblems(reply.status, JSON.parse(reply.body))).toEqual([]);
      }
    });

    it('refuses what the vendor would', () => {
      for (const [one, problems] of refused) {
        const request = realRequest(one, headers);
        expect([one, description?.operation(request)?.problems(request) ?? null]).toEqual([one, problems]);
      }
    });
  });
});
