import { specFile, specsFolder } from '../../../test/support/specs.js';
import { describeWhere } from '../../../test/support/where.js';
import { twilioCheck, type TwilioCheck, twilioRequestFaults } from '../testing/twilio-schemas.js';
import { askTwilio, testAccount } from './testing/twilio-client.js';
import { TwilioStandIn } from './twilio-stand-in.js';

describeWhere(specFile('twilio-api-v2010.json') !== null)('the stand-in, by Twilio’s own description', () => {
  let check: TwilioCheck = () => ['there is no description'];
  let twilio: TwilioStandIn | undefined;
  const found: string[] = [];

  beforeAll(async () => {
    check = await twilioCheck(specsFolder());
    twilio = await TwilioStandIn.open(testAccount);
  });

  afterAll(() => twilio?.close());

  beforeEach(() => {
    found.length = 0;
  });

  /** Asks, and keeps what the description has against it. */
  async function tell(line: string, form?: Record<string, string>): Promise<Record<string, unknown>> {
    if (!twilio) throw new Error('The stand-in is not open.');
    const reply = await askTwilio(twilio, line, form === undefined ? {} : { form });
    const request = twilio.received.at(-1);
    if (request) found.push(...check(request, reply));
    expect([line, reply.status < 300, reply.body.message]).toEqual([line, true, undefined]);
    return reply.body;
  }

  it('reads the account', async () => {
    await tell('GET ….json');
    await tell('GET …/Balance.json');
    expect(found).toEqual([]);
  });

  it('sells, sets up and takes back numbers', async () => {
    await tell('GET …/AvailablePhoneNumbers/US/Local.json?VoiceEnabled=true&Contains=925');
    const { sid } = await tell('POST …/IncomingPhoneNumbers.json', { PhoneNumber: '+18089250003' });
    await tell('GET …/IncomingPhoneNumbers.json?PhoneNumber=%2B18089250003');
    await tell(`GET …/IncomingPhoneNumbers/${String(sid)}.json`);
    const form = { VoiceUrl: 'https://example.com/a', VoiceMethod: 'POST', VoiceApplicationSid: '', TrunkSid: '' };
    await tell(`POST …/IncomingPhoneNumbers/${String(sid)}.json`, form);
    await tell(`DELETE …/IncomingPhoneNumbers/${String(sid)}.json`);
    expect(found).toEqual([]);
  });

  it('shows applications, calls and recordings', async () => {
    const { sid } = twilio?.account.addApplication({ voice_url: 'https://example.com/app' }) ?? {};
    await tell('GET …/Applications.json');
    await tell(`GET …/Applications/${String(sid)}.json`);
    twilio?.account.addNumber({ phone_number: '+33159000001' });
    const form = { To: '+33612345678', From: '+33159000001', Twiml: '<Response/>' };
    const { sid: call } = await tell('POST …/Calls.json', form);
    await tell(`GET …/Calls/${String(call)}.json`);
    await tell(`POST …/Calls/${String(call)}.json`, { Status: 'canceled' });
    await tell('GET …/Calls.json?To=%2B33612345678&PageSize=5&StartTime%3E=2026-01-01T00:00:00Z');
    await tell(`GET …/Calls/${String(call)}/Events.json`);
    const recording = twilio?.account.addRecording({ call_sid: String(call) });
    await tell('GET …/Recordings.json');
    await tell(`GET …/Recordings/${String(recording?.sid)}.json`);
    expect(found).toEqual([]);
  });

  it('finds what a client does wrong', async () => {
    if (!twilio) throw new Error('The stand-in is not open.');
    await askTwilio(twilio, 'POST …/IncomingPhoneNumbers.json', { form: { phoneNumber: '+18089250004' } });
    const faults = await twilioRequestFaults(specsFolder(), twilio.received.slice(-1));
    expect(faults.join()).toContain('phoneNumber');
  });
});
