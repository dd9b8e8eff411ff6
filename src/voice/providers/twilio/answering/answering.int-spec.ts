import { createHmac } from 'node:crypto';
import { AnsweringLine, authToken, transferNumber } from '../../../../../test/support/answering-line.js';
import type { ModelMove, ModelQuestion } from '../../../../../test/support/scripted-model.js';
import { until } from '../../../../../test/support/until.js';

let line: AnsweringLine;

beforeAll(async () => {
  line = await AnsweringLine.start({
    VOICE_TURN_PATIENCE_MS: '1000',
    VOICE_TURN_WAIT_MS: '1000',
    VOICE_TURN_DEADLINE_MS: '2500',
  });
});
afterAll(() => line.close());

const bookingTools = ['availability_read', 'appointment_create', 'leave_message'].map((key) => ({ key }));
const goodbye: ModelMove = { calls: [{ name: 'endCall', arguments: { farewell: 'Merci, au revoir.' } }] };

/** Says these in order, whatever is asked. */
const inOrder = (...moves: ModelMove[]) => moves;

describe('the restaurant', () => {
  const asksForTable = (question: ModelQuestion): ModelMove => {
    const [result] = question.results;
    if (result !== undefined) return result;
    if (question.said.includes('table')) {
      const wish = { start: 'mardi prochain à 20 heures', attendeeName: 'Dupont', partySize: '4' };
      return { calls: [{ name: 'appointment_create', arguments: wish }] };
    }
    return goodbye;
  };

  it('books Dupont’s table for four at eight o’clock', async () => {
    const restaurant = await line.open({ tools: bookingTools });
    line.model.play(asksForTable);
    const call = await line.ring(restaurant, [
      'Bonsoir, une table pour quatre mardi à 20 heures, au nom de Dupont.',
      'Merci, au revoir.',
    ]);
    expect(call).toMatchObject({ status: 'completed', hungUpBy: 'line', alerts: [] });
    expect(call.heard[0]).toMatch(/Le Gourmet.*intelligence artificielle/);
    expect(call.heard[1]).toMatch(/mardi .* à 20 heures/);
    expect(call.heard[2]).toBe('Merci, au revoir.');
    expect(line.bookings().filter(({ attendees }) => JSON.stringify(attendees).includes('Dupont'))).toHaveLength(1);

    const record = await line.callOf(restaurant, call.sid);
    expect(record).toMatchObject({
      status: 'COMPLETED',
      outcome: 'CONVERSATION',
      direction: 'INBOUND',
      endedReason: 'assistant-ended-call',
      durationSeconds: call.seconds,
      twilioCallSid: call.sid,
      vapiCallId: null,
      fromNumber: '+33612345678',
      toNumber: restaurant.number,
      toolInvocations: [{ name: 'appointment_create', error: null }],
      assistant: { name: 'Le Gourmet' },
    });
    const costs = record.costLines as { source: string; estimated: boolean }[];
    expect(new Set(costs.map(({ source }) => source))).toEqual(new Set(['transport', 'transcriber', 'model']));
    expect(costs.every(({ estimated }) => estimated)).toBe(true);
    expect(record.transcript).toMatchObject([
      { role: 'ASSISTANT', text: call.heard[0] },
      { role: 'CALLER', text: 'Bonsoir, une table pour quatre mardi à 20 heures, au nom de Dupont.' },
      { role: 'ASSISTANT', text: call.heard[1] },
      { role: 'CALLER', text: 'Merci, au revoir.' },
      { role: 'ASSISTANT', text: 'Merci, au revoir.' },
    ]);
  });

  it('tells the model who it is, what it may use, and everything that was said', async () => {
    const restaurant = await line.open({ tools: bookingTools, context: 'Nous servons du homard.' });
    line.model.play(inOrder('Oui, **ce soir**.', 'À bientôt.'));
    const call = await line.ring(restaurant, ['Avez-vous du homard ?', 'Parfait.']);
    const asked = line.model.asked.at(-1);
    expect(asked?.system).toContain('Nous servons du homard.');
    expect(asked?.tools).toEqual(expect.arrayContaining(['appointment_create', 'leave_message', 'endCall']));
    expect(asked?.messages.slice(2).map(({ content }) => content)).toEqual([
      call.heard[0],
      'Avez-vous du homard ?',
      'Oui, ce soir.',
      'Parfait.',
    ]);
  });

  it('hears a caller who interrupts', async () => {
    const restaurant = await line.open();
    line.model.play(inOrder('Bien sûr.'));
    const call = await line.ring(restaurant, [{ says: 'Pardon, je suis pressé.', bargesIn: true }]);
    expect(call.heard[1]).toBe('Bien sûr.');
    expect(call.dialogue[0]).toMatchObject({ isCut: true });
  });
});

describe('when something is wrong', () => {
  it('asks twice into a silence, then says goodbye', async () => {
    const quiet = await line.open();
    const silence = { isSilent: true } as const;
    const call = await line.ring(quiet, [silence, silence, silence, silence]);
    expect(call.heard.slice(1)).toEqual([
      expect.stringContaining('toujours là'),
      expect.stringContaining('plus fort'),
      expect.stringContaining('Au revoir'),
    ]);
    expect(await line.callOf(quiet, call.sid)).toMatchObject({
      outcome: 'ABANDONED',
      endedReason: 'silence-timed-out',
    });
  });

  it('says which languages it speaks to a caller whom it does not understand, and follows', async () => {
    const bilingual = await line.open({ otherLanguages: ['en-GB'] });
    line.model.play(inOrder('We are open tonight.'));
    const mumbling = { says: 'ail oud laille c’est taille', confidence: 0.2 };
    const call = await line.ring(bilingual, [mumbling, mumbling, 'Are you open tonight?']);
    expect(call.dialogue.filter(({ who }) => who === 'line').map(({ text, language }) => [language, text])).toEqual([
      ['fr-FR', expect.any(String)],
      ['fr-FR', expect.stringContaining('en français')],
      ['en-GB', expect.stringContaining('in English')],
      ['en-GB', 'We are open tonight.'],
    ]);
  });

  it('asks for patience while the model thinks, and answers then', async () => {
    const slow = await line.open();
    line.model.play(inOrder({ afterMs: 1_300, then: 'Voilà la réponse.' }));
    const call = await line.ring(slow, ['Bonjour.']);
    expect(call.heard.slice(1)).toEqual(['Un instant, je vous prie.', 'Voilà la réponse.']);
  });

  it('apologises for a model that never answers, and goes on', async () => {
    const stuck = await line.open();
    line.model.play(inOrder({ hangs: true }, 'Me revoilà.'));
    const call = await line.ring(stuck, ['Bonjour.', 'Bonjour ?']);
    expect(call.heard.slice(1)).toEqual([
      'Un instant, je vous prie.',
      'Merci de patienter, j’y suis presque.',
      expect.stringMatching(/trop de temps.*laisser un message/),
      'Me revoilà.',
    ]);
    expect(call.alerts).toEqual([]);
  });

  it('takes a message by itself when the model stays broken', async () => {
    const broken = await line.open();
    line.model.play(inOrder({ fails: 500 }));
    const call = await line.ring(broken, ['Bonjour.', 'Allô ?', 'Ici Dupont, rappelez-moi.']);
    expect(call.heard.slice(1)).toEqual([
      expect.stringMatching(/souci technique/),
      expect.stringMatching(/Dites maintenant votre message/),
      expect.stringMatching(/noté.*Au revoir/),
    ]);
    expect(await line.callOf(broken, call.sid)).toMatchObject({
      messages: [{ text: 'Ici Dupont, rappelez-moi.', callback: '+33612345678' }],
      outcome: 'ERROR',
    });
  });

  it('lets the model say that a tool has failed', async () => {
    const restaurant = await line.open({ tools: bookingTools });
    line.model.play((question) =>
      question.results.length > 0
        ? `Hélas : ${question.results[0]}`
        : { calls: [{ name: 'no_such_tool', arguments: {} }] },
    );
    const call = await line.ring(restaurant, ['Faites-moi un café.']);
    expect(call.heard[1]).toMatch(/Hélas.*je ne peux pas faire cela par téléphone/);
  });

  it('stops a model that only asks for tools', async () => {
    const restaurant = await line.open({ tools: bookingTools });
    line.model.play((question) =>
      question.tools.length === 0
        ? 'Je m’arrête.'
        : { calls: [{ name: 'leave_message', arguments: { text: 'encore' } }] },
    );
    const call = await line.ring(restaurant, ['Bonjour.']);
    expect(call.heard.at(-1)).toBe('Je m’arrête.');
    const { toolInvocations } = await line.callOf(restaurant, call.sid);
    expect(toolInvocations).toHaveLength(4);
  });

  it('goes on with the same call where Twilio could not read an answer', async () => {
    const { number, ...restaurant } = await line.open();
    line.model.play(inOrder('Je vous écoute.'));
    const call = await line.ring({ number }, ['Bonjour.']);
    const request = call.requests.find(({ purpose }) => purpose === 'action');
    const form = new URLSearchParams(request?.form);
    form.set('ErrorUrl', request?.url ?? '');
    form.set('ErrorCode', '11200');
    const answer = await post(`${line.url}/api/voice/webhook/incoming`, form);
    expect(answer).toMatchObject({
      status: 200,
      body: expect.stringContaining('nous avons été interrompus') as string,
    });
    expect(await line.callOf({ number, ...restaurant }, call.sid)).toBeDefined();
  });
});

describe('a process that dies in the middle of an answer', () => {
  it('leaves it to another one, which uses no tool a second time', async () => {
    const { number, ctx } = await line.open({ tools: bookingTools });
    const sid = `CA${'c'.repeat(32)}`;
    const form = new URLSearchParams({ CallSid: sid, From: '+33612345678', To: number });
    await post(`${line.url}/api/voice/webhook/incoming`, form);
    line.model.play(inOrder({ calls: [{ name: 'leave_message', arguments: { text: 'Une fois.' } }] }, { hangs: true }));
    form.set('SpeechResult', 'Prenez un message.');
    const turn = `${line.url}/api/voice/webhook/process?turn=1`;
    expect((await post(turn, form)).body).toContain('wait=1');
    const died = `UPDATE call_turns SET state = 'running', said = NULL, fault = NULL, lease_until = '-infinity',
      steps = jsonb_path_query_array(steps, '$[0]') WHERE call_key = $1 AND turn = 1 AND state = 'done' RETURNING 1`;
    await until(async () => (await line.read(ctx, died, [sid])).length === 1);
    line.model.play(inOrder('Votre message est noté.'));
    expect((await post(turn, form)).body).toContain('Votre message est noté.');
    expect(line.model.asked.at(-1)?.results).toEqual([expect.stringContaining('noté')]);
    await line.applyEvents();
    expect(await line.read(ctx, 'SELECT text FROM call_messages')).toEqual([{ text: 'Une fois.' }]);
  });
});

describe('transfers', () => {
  const transfers: ModelMove = { calls: [{ name: 'transfer_to_human', arguments: { reason: 'Une allergie grave.' } }] };
  const tools = [{ key: 'transfer_to_human' }, { key: 'leave_message' }];

  it('puts the caller through, and tells the colleague why', async () => {
    const desk = await line.open({ tools, transferNumber });
    line.model.play(inOrder(transfers));
    const call = await line.ring(desk, undefined, {
      scenario: { replies: ['Je veux parler à quelqu’un.'], dialled: [{ status: 'completed', seconds: 30 }] },
    });
    expect(call.heard[1]).toMatch(/ne quittez pas/);
    expect(call.dialogue.find(({ who }) => who === 'whisper')?.text).toMatch(/assistant vocal\. Une allergie grave\./);
    expect(await line.callOf(desk, call.sid)).toMatchObject({
      outcome: 'TRANSFERRED',
      transfers: [{ to: transferNumber, status: 'completed', summary: 'Une allergie grave.' }],
    });
  });

  it.each(['no-answer', 'busy', 'failed'] as const)('offers to take a message after %s', async (status) => {
    const desk = await line.open({ tools, transferNumber });
    line.model.play(
      inOrder(
        transfers,
        { calls: [{ name: 'leave_message', arguments: { text: 'Rappelez Dupont.' } }] },
        'C’est noté.',
      ),
    );
    const call = await line.ring(desk, undefined, {
      scenario: { replies: ['Je veux parler à quelqu’un.', 'Oui, rappelez Dupont.'], dialled: [{ status }] },
    });
    expect(call.heard.slice(2)).toEqual([expect.stringContaining('laisser un message'), 'C’est noté.']);
    expect(await line.callOf(desk, call.sid)).toMatchObject({
      transfers: [{ to: transferNumber, status }],
      messages: [{ text: 'Rappelez Dupont.' }],
      outcome: 'CONVERSATION',
    });
  });
});

describe('the door', () => {
  const callSid = `CA${'0'.repeat(32)}`;
  const incoming = (to: string, sid = callSid) => new URLSearchParams({ CallSid: sid, From: '+33612345678', To: to });
  const url = () => `${line.url}/api/voice/webhook/incoming`;

  it('tells callers of an unknown number so, in French and in English', async () => {
    const { status, contentType, body } = await post(url(), incoming('+33158888888'));
    expect([status, contentType]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(body).toMatch(/language="fr-FR">Ce numéro.*language="en-GB">This number.*<Hangup\/>/);
  });

  it('tells callers of an assistant that is off so, in its language', async () => {
    const off = await line.open({ active: false, language: 'de-DE' });
    const call = await line.ring(off, ['Hallo?']);
    expect(call.heard).toEqual([expect.stringContaining('nicht annehmen')]);
    expect(await line.callOf(off, call.sid)).toMatchObject({ status: 'FAILED', outcome: 'ERROR' });
  });

  it.each([
    ['no signature', undefined],
    ['a signature by another account', 'the token of somebody else'],
  ])('refuses %s, and keeps nothing of it', async (_, token) => {
    const { number, ctx } = await line.open();
    expect((await post(url(), incoming(number, `CA${'b'.repeat(32)}`), token ?? null)).status).toBe(403);
    expect(await line.read(ctx, 'SELECT 1 FROM webhook_events')).toEqual([]);
  });

  it('believes the account that the owner of the number has connected, and nobody else’s', async () => {
    const [own, other] = [await line.open(), await line.open()];
    const tokens = { own: 'a'.repeat(32), other: 'b'.repeat(32) };
    await line.connectTwilio(own, tokens.own);
    await line.connectTwilio(other, tokens.other);
    const sid = `CA${'e'.repeat(32)}`;
    expect((await post(url(), incoming(own.number, sid), tokens.other)).status).toBe(403);
    const answer = await post(url(), incoming(own.number, sid), tokens.own);
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('<Gather') as string });
  });

  it('refuses a form that is none of a call', async () => {
    expect((await post(url(), new URLSearchParams({ To: '+33158888888' }))).status).toBe(400);
  });

  it('answers a request that comes twice the same, and asks the model once', async () => {
    const { number } = await line.open();
    line.model.play(inOrder({ afterMs: 50, then: 'Une seule fois.' }, 'Deux fois !'));
    const sid = `CA${'d'.repeat(32)}`;
    await post(url(), incoming(number, sid));
    const asked = line.model.asked.length;
    const form = incoming(number, sid);
    form.set('SpeechResult', 'Bonjour');
    const turn = `${line.url}/api/voice/webhook/process?turn=1`;
    const answers = await Promise.all([post(turn, form), post(turn, form)]);
    answers.push(await post(turn, form));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0].body).toContain('Une seule fois.');
    expect(line.model.asked.length - asked).toBe(1);
  });
});

/** As Twilio does, with the token of the deployment unless another is given. */
async function post(url: string, form: URLSearchParams, token: string | null = authToken) {
  const sorted = [...form].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = url + sorted.map(([name, value]) => name + value).join('');
  const signature =
    token === null ? {} : { 'x-twilio-signature': createHmac('sha1', token).update(text).digest('base64') };
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...signature },
    body: form.toString(),
  });
  return { status: reply.status, contentType: reply.headers.get('content-type'), body: await reply.text() };
}
