import fc from 'fast-check';
import { specFile } from '../../../test/support/specs.js';
import { leGourmetLine } from '../le-gourmet-line.js';
import { findScenario, scenarios } from '../scenarios/scenarios.js';
import { vapiMessageCheck } from '../testing/vapi-schemas.js';
import { describedAs } from '../testing/described-as.js';
import { scriptCall } from './call-script.js';
import type { ServerMessageBody } from './envelope.js';
import type { Scenario } from './scenario.js';
import { describeWhere } from '../../../test/support/where.js';

const line = leGourmetLine('https://agents.example.com/api/v1/webhooks/vapi');

const bodiesOf = (scenario: Scenario, seed: string): ServerMessageBody[] =>
  scriptCall(scenario, { line, seed }).events.map((event) => event.write());

const anyScenario = fc.constantFrom(...scenarios);

describe('a scripted call', () => {
  it('is the same, byte for byte, whenever it is written with the same seed', () => {
    fc.assert(
      fc.property(anyScenario, fc.string(), (scenario, seed) => {
        expect(JSON.stringify(bodiesOf(scenario, seed))).toBe(JSON.stringify(bodiesOf(scenario, seed)));
      }),
      { numRuns: 30 },
    );
  });

  it('has ids of its own for each seed', () => {
    const ids = scenarios.flatMap((scenario) =>
      ['1', '2', '3'].map((seed) => scriptCall(scenario, { line, seed }).callId),
    );

    expect(new Set(ids).size).toBe(scenarios.length * 3);
  });

  it('starts when it is told to', () => {
    const startsAt = new Date('2026-11-20T18:00:00Z');
    const [scenario] = scenarios;

    const script = scriptCall(scenario as Scenario, { line, seed: '1', startsAt });

    expect(script.startsAt).toEqual(startsAt);
    expect(script.events[0]?.write().message.timestamp).toBe(startsAt.getTime());
  });

  it.each(scenarios)('tells $key in order of time, one call throughout', (scenario) => {
    const { callId, durationMs, events } = scriptCall(scenario, { line, seed: 'order' });
    const times = events.map(({ moment }) => moment.atMs);

    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBe(durationMs);
    expect(new Set(bodiesOf(scenario, 'order').map(({ message }) => message.call.id))).toEqual(new Set([callId]));
  });

  it.each(scenarios)('tells no event of $key twice', (scenario) => {
    const bodies = bodiesOf(scenario, 'twice').map((body) => JSON.stringify(body));

    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it('carries the mark of the sandbox where the server looks for it', () => {
    for (const { message } of scenarios.flatMap((scenario) => bodiesOf(scenario, 'mark'))) {
      expect(message).toMatchObject({ assistant: { metadata: { sandbox: true } } });
    }
  });

  it('goes on with what the server has answered', () => {
    const script = scriptCall(scenarios[0] as Scenario, { line, seed: 'answer' });
    const request = script.events.find((event) => event.toolRequest)?.toolRequest;
    const answers = new Map([[request?.id ?? '', 'Bien noté, à ce soir.']]);
    const answered = script.after(answers);

    expect(JSON.stringify(answered.events.at(-1)?.write())).toContain('Bien noté, à ce soir.');
    expect(JSON.stringify(script.events.at(-1)?.write())).not.toContain('Bien noté, à ce soir.');
  });

  it('has the assistant say what the server has answered, but for what is for the model only', () => {
    const script = scriptCall(findScenario('show-my-appointments') as Scenario, { line, seed: 'repeat' });
    const request = script.events.find((event) => event.toolRequest)?.toolRequest;
    const answers = new Map([[request?.id ?? '', 'Vous avez un rendez-vous : demain à midi (KVT).']]);
    const said = script
      .after(answers)
      .events.flatMap(({ moment }) => (moment.kind === 'transcript' ? moment.text : []));

    expect(said).toContain('Vous avez un rendez-vous : demain à midi. Puis-je faire autre chose pour vous ?');
  });

  it('stays what it was up to the tool that is answered, whatever the answer', () => {
    const answer = fc.oneof(fc.string(), fc.constantFrom(...'Oui, c’est libre.|Vous avez 2 rendez-vous.'.split('|')));
    fc.assert(
      fc.property(anyScenario, fc.array(answer, { maxLength: 3 }), (scenario, told) => {
        let script = scriptCall(scenario, { line, seed: 'prefix' });
        const answers = new Map<string, string>();
        for (const [nth, text] of told.entries()) {
          const asked = script.events
            .map((event, index) => ({ event, index }))
            .filter(({ event }) => event.toolRequest);
          const { event, index = 0 } = asked[nth] ?? {};
          if (!event?.toolRequest) return;
          const before = script.events.slice(0, index + 1).map((each) => JSON.stringify(each.write()));
          script = script.after(answers.set(event.toolRequest.id, text));
          expect(script.events.slice(0, index + 1).map((each) => JSON.stringify(each.write()))).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says in its first words that a machine speaks', () => {
    for (const scenario of scenarios.filter(({ turns, direction }) => turns.length > 0 && direction === 'inbound')) {
      const first = scriptCall(scenario, { line, seed: 'ai' }).events.find(
        ({ moment }) => moment.kind === 'transcript',
      );

      expect(first?.moment).toMatchObject({
        role: 'assistant',
        text: expect.stringContaining('intelligence artificielle') as string,
      });
    }
  });

  it('keeps small messages to about 2 kB', () => {
    const small = bodiesOf(scenarios[0] as Scenario, 'size').filter(({ message }) =>
      ['speech-update', 'transcript'].includes(message.type),
    );
    const sizes = small.map((body) => Buffer.byteLength(JSON.stringify(body)));

    expect(Math.min(...sizes)).toBeGreaterThan(1_800);
    expect(Math.max(...sizes)).toBeLessThan(3_000);
  });
});

describe('the cost of a call', () => {
  const reportOf = (scenario: Scenario, seed: string) => bodiesOf(scenario, seed).at(-1)?.message;

  it('is the sum of its lines, exactly', () => {
    fc.assert(
      fc.property(anyScenario, fc.string(), (scenario, seed) => {
        const { cost = 0, costs = [] } = (reportOf(scenario, seed) ?? {}) as {
          cost?: number;
          costs?: { cost: number }[];
        };
        const sum = costs.reduce((total, line) => total + Math.round(line.cost * 10_000), 0);
        expect(sum === 0 ? cost : sum / 10_000).toBe(cost);
      }),
    );
  });

  it('is nothing when nobody picked up', () => {
    expect(reportOf(scenarios[3] as Scenario, '1')).toMatchObject({ cost: 0, costs: [], durationSeconds: 0 });
  });
});

const description = specFile('vapi.json');

describeWhere(description !== null)('the bodies of a call, by the description of Vapi', () => {
  const check = vapiMessageCheck(description ?? '');

  const faultsOf = (body: ServerMessageBody) => {
    const { schema, message } = describedAs(body);
    return check(schema, message).map((fault) => `${body.message.type} ${fault}`);
  };

  it.each(scenarios)('are right for $key', (scenario) => {
    expect(bodiesOf(scenario, '1').flatMap(faultsOf)).toEqual([]);
  });

  it('are right for any seed', () => {
    fc.assert(
      fc.property(anyScenario, fc.string(), (scenario, seed) => {
        expect(bodiesOf(scenario, seed).flatMap(faultsOf)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('would be refused with a member that Vapi does not know', () => {
    const [body] = bodiesOf(scenarios[0] as Scenario, '1') as [ServerMessageBody];
    const { message } = body;

    expect(faultsOf({ message: { ...message, state: 'ringing' } })).not.toEqual([]);
    expect(faultsOf({ message: { ...message, status: 'rung' } })).not.toEqual([]);
  });
});
