import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findScenario, VapiStandIn } from '../../src/sandbox/index.js';
import { DemoServer, type DemoCall } from '../support/demo-server.js';
import { until } from '../support/until.js';

let demo: DemoServer;

beforeAll(async () => {
  demo = await DemoServer.start();
});
afterAll(() => demo.close());
beforeEach(async () => {
  for (const { uid, status } of demo.calcom.bookings.list())
    if (status === 'accepted') await demo.calcom.people.cancel(uid, { reason: 'Nettoyage' });
  await inStep();
});

const accepted = () => demo.calcom.bookings.list().filter(({ status }) => status === 'accepted');
const clock = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'short' });

/** Cal.com tells of a cancellation before it writes it, so that it is read a second time, five seconds later. */
const seenAgainMs = 25_000;

/** When those who have booked come, by the calendar and by our own table, which are the same once both are told. */
async function inStep(): Promise<Record<string, string[]>> {
  const truth = accepted().map(({ start, attendees }) => [attendees[0]?.name ?? '', start] as const);
  await until(async () => {
    const ours = (await demo.appointments()).filter(({ status }) => status === 'ACCEPTED');
    const known = ours.map(({ startTime, attendees }) => [attendees[0]?.name ?? '', startTime] as const);
    return JSON.stringify(known.sort()) === JSON.stringify(truth.sort());
  }, seenAgainMs);
  const times: Record<string, string[]> = {};
  for (const [name, start] of truth) times[name] = [...(times[name] ?? []), clock.format(new Date(start))];
  return times;
}

/** The call as it is on record, once it is over. */
async function play(scenario: string): Promise<DemoCall> {
  const before = new Set((await demo.calls()).map(({ id }) => id));
  await demo.play(scenario);
  const { id } = await until(async () => (await demo.finished()).find((call) => !before.has(call.id)));
  const found = (await demo.calls()).find((call) => call.id === id);
  if (!found) throw new Error(`${id} is gone.`);
  return found;
}

function saysWhatWasAnswered({ transcript, toolInvocations }: DemoCall): void {
  const spoken = transcript.filter(({ role }) => role === 'ASSISTANT').map(({ text }) => text);
  for (const { result } of toolInvocations) {
    const said = (result ?? 'nothing').replace(/ \([A-Z]{3}\)/g, '');
    expect(spoken.some((text) => text.startsWith(said))).toBe(true);
  }
}

const resultsOf = ({ toolInvocations }: DemoCall) => toolInvocations.map(({ result }) => result);

describe('the calls of the demonstration', () => {
  it('book, take another time, move, tell and cancel a table', async () => {
    const booking = await play('restaurant-reservation');
    expect(booking.appointments).toMatchObject([{ title: 'Table près de la fenêtre', status: 'ACCEPTED' }]);
    expect(await inStep()).toEqual({ Dupont: ['20:00'] });

    const taken = await play('taken');
    expect(resultsOf(taken)).toEqual([
      expect.stringMatching(/^Cet horaire est déjà pris\. Je peux vous proposer .*21 heures 30/),
      expect.stringMatching(/^C’est réservé : .*21 heures 30, au nom de Lambert\.$/),
    ]);
    expect(taken.appointments).toMatchObject([{ attendees: [{ name: 'Lambert', phoneNumber: '+33639981293' }] }]);
    expect(await inStep()).toEqual({ Dupont: ['20:00'], Lambert: ['21:30'] });

    const [lambert] = accepted().filter(({ attendees }) => attendees[0]?.name === 'Lambert');
    await demo.calcom.people.cancel(lambert?.uid ?? '', { reason: 'Empêchement' });
    const moved = await play('reschedule');
    expect(resultsOf(moved).at(-1)).toMatch(/^Votre rendez-vous est déplacé : .*21 heures 30\.$/);
    expect(await inStep()).toEqual({ Dupont: ['21:30'] });

    const told = await play('show-my-appointments');
    expect(resultsOf(told)).toEqual([expect.stringMatching(/^Vous avez un rendez-vous : Table .*21 heures 30/)]);

    const cancelled = await play('cancel');
    expect(resultsOf(cancelled).at(-1)).toMatch(/^Votre rendez-vous .* est annulé\.$/);
    expect(await inStep()).toEqual({});

    for (const call of [booking, taken, moved, told, cancelled]) saysWhatWasAnswered(call);
  });

  it.each(['reschedule', 'cancel', 'show-my-appointments'])('say in %s that there is no table', async (scenario) => {
    const call = await play(scenario);
    expect(resultsOf(call)).toEqual(['Je ne trouve aucun rendez-vous pour ce numéro.']);
    saysWhatWasAnswered(call);
  });

  it('end well in any order and however often they are played', async () => {
    const order = ['taken', 'restaurant-reservation', 'taken', 'reschedule', 'restaurant-reservation', 'taken'];
    const again = ['restaurant-reservation', 'reschedule', 'show-my-appointments', 'cancel', 'reschedule', 'cancel'];
    const calls: DemoCall[] = [];
    for (const scenario of [...order, ...again]) {
      calls.push(await play(scenario));
      await inStep();
    }
    for (const call of calls) {
      saysWhatWasAnswered(call);
      expect(resultsOf(call).join(' ')).not.toMatch(/ne répond pas|Lequel|il me faut encore|Pour quel/);
    }
  });

  it('reach the workspace from a number that is rung at the played Vapi', async () => {
    const vapi = await VapiStandIn.open({ apiKey: 'key', marksCalls: true });
    try {
      const { call } = await ringAt(vapi);
      const known = await until(async () =>
        (await demo.calls()).find(
          ({ vapiCallId, status, summary }) => vapiCallId === call.id && status === 'COMPLETED' && summary,
        ),
      );
      expect(known.toolInvocations).toMatchObject([{ name: 'leave_message', result: expect.any(String) as string }]);
      expect(known.transcript[0]).toMatchObject({ role: 'ASSISTANT', text: 'Bonjour.' });
    } finally {
      await vapi.close();
    }
  });
});

/** An assistant whose server is the endpoint of the workspace, and which knows it by a credential, is rung. */
async function ringAt(vapi: VapiStandIn) {
  const sandbox = JSON.parse(readFileSync(join(demo.server.dataDir, 'sandbox.json'), 'utf8')) as {
    webhook: { path: string; secret: string };
  };
  const { path, secret: token } = sandbox.webhook;
  const plan = { type: 'bearer', token, headerName: 'X-Vapi-Secret', bearerPrefixEnabled: false };
  const credential = vapi.add('credential', { provider: 'custom-credential', authenticationPlan: plan });
  const server = { url: new URL(path, demo.server.url).href, credentialId: credential.id };
  const tool = vapi.add('tool', { type: 'function', function: { name: 'leave_message' }, server });
  const model = { provider: 'openai', model: 'gpt-4.1', toolIds: [tool.id] };
  const assistant = vapi.add('assistant', { name: 'Accueil', firstMessage: 'Bonjour.', model, server });
  const number = '+33123456789';
  vapi.add('phone-number', { provider: 'twilio', number, assistantId: assistant.id });
  return vapi.ring({ number, scenario: findScenario('message-for-the-team') });
}
