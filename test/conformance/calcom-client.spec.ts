import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CalComApi } from '../../src/calendar/providers/calcom/calcom-api.js';
import { everyUse, type ApiUse } from '../../src/calendar/providers/calcom/testing/every-call.js';
import { loadConnector } from '../../src/integrations/core/load-connectors.js';
import { ConnectorStage } from '../../src/integrations/testing/connector-stage.js';
import type { StagedReply, StagedRequest } from '../../src/integrations/testing/vendor-stage.js';
import { specFile, specsFolder } from '../support/specs.js';
import { describeWhere } from '../support/where.js';
import { openDescriptions, type Description, type WireRequest } from './descriptions/description.js';

const uses = everyUse.map((use) => [use.name, use] as const);
const folder = new URL('../../src/integrations/connectors/', import.meta.url);

describe('the calendar’s client of Cal.com, through its connector', () => {
  let stage: ConnectorStage;
  let api: CalComApi;
  beforeAll(async () => {
    stage = await ConnectorStage.open(await loadConnector(folder, 'cal-com'), new URL('cal-com/', folder));
    api = new CalComApi(await stage.client());
  });
  afterAll(() => stage.close());

  const answered = async ({ go }: ApiUse, reply: (request: StagedRequest) => StagedReply) => {
    stage.play(reply);
    return go(api).then(
      () => null,
      (error: unknown) => error,
    );
  };

  it.each(uses)('sends a write once: %s', async (_, use) => {
    const failed = await answered(use, () => ({ status: 503 }));
    const isWrite = /^(POST|PATCH)/.test(use.asks);
    expect(stage.vendor.received).toHaveLength(isWrite ? 1 : 3);
    expect(failed).toMatchObject({ reason: isWrite ? 'CALENDAR.OUTCOME_UNKNOWN' : 'HTTP.FAILED' });
  });

  describeWhere(specFile('calcom-v2.json') !== null)('by the description of Cal.com', () => {
    let description: Description;
    beforeAll(async () => {
      const [described] = await openDescriptions(specsFolder(), ['calcom-v2.json']);
      if (!described) throw new Error('There is no description.');
      description = described;
    });

    it.each(uses)('asks rightly: %s', async (_, use) => {
      const problems: string[] = [];
      const failed = await answered(use, (request) => {
        const wire = wireOf(request);
        const operation = description.operation(wire);
        problems.push(...(operation?.problems(wire) ?? [`no description knows ${use.asks}`]));
        return { status: 200, body: { status: 'success', data: use.data } };
      });
      expect({ failed, problems }).toEqual({ failed: null, problems: [] });
    });

    it.each(uses.filter(([, { asks }]) => asks !== 'GET /v2/slots'))('understands the answer to %s', async (_, use) => {
      const failed = await answered(use, (request) => {
        const described = description.operation(wireOf(request))?.reply();
        if (!described) return { status: 200, body: { status: 'success' } };
        const { status, contentType, body } = described;
        return { status, headers: { 'content-type': contentType }, body };
      });
      expect(failed).toBeNull();
    });

    // Its schema has the days where `status` and `data` are; its examples have them right.
    it('understands the free slots of its examples', async () => {
      const examples = await slotExamples();
      expect(examples.length).toBeGreaterThan(1);
      const [from, to] = [new Date('2050-09-01T00:00:00Z'), new Date('2050-10-01T00:00:00Z')];
      for (const body of examples) {
        stage.play(() => ({ status: 200, body }));
        const slots = await api.slots.find({ eventTypeId: 101, from, to, timeZone: 'Europe/Rome' });
        expect(slots).toHaveLength(4);
      }
    });
  });
});

function wireOf({ method, url, headers, body }: StagedRequest): WireRequest {
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value ?? '']));
  return { method, url, headers: plain, body: body === '' ? null : Buffer.from(body) };
}

async function slotExamples(): Promise<unknown[]> {
  const text = await readFile(specFile('calcom-v2.json') ?? '', 'utf8');
  return slotsDescription.parse(JSON.parse(text)).paths['/v2/slots'];
}

const answersOf = z.object({
  content: z.object({
    'application/json': z.object({ schema: z.object({ oneOf: z.array(z.object({ example: z.unknown() })) }) }),
  }),
});
const slotsDescription = z.object({
  paths: z.object({
    '/v2/slots': z
      .object({ get: z.object({ responses: z.object({ 200: answersOf }) }) })
      .transform(({ get }) =>
        get.responses[200].content['application/json'].schema.oneOf.map(({ example }) => example),
      ),
  }),
});
