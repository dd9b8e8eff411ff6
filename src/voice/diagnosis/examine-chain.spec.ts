import { systemContext } from '../../kernel/context/index.js';
import { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import type { Chain } from './chain.js';
import type { ConnectionCheckContract } from './connection-check.js';
import { examineChain } from './examine-chain.js';
import { fail, pass, worst, type CheckStatus, type Finding, type Hop } from './finding.js';

const advice = { en: 'Do it.', fr: 'Faites-le.' };

function chainEndedBy(signal: AbortSignal): Chain {
  return { ctx: systemContext({ actor: 'test' }), assistant: new VoiceAssistant(), signal };
}

function checkOf(hop: Hop, run: ConnectionCheckContract['run'], keys = [`${hop}.one`, `${hop}.two`]) {
  return { hop, keys, run };
}

const answer = (findings: Record<string, Finding>) => () => Promise.resolve(findings);

async function examine(checks: ConnectionCheckContract[], signal = new AbortController().signal) {
  const faults: unknown[] = [];
  const results = await examineChain(chainEndedBy(signal), { checks, onFault: (_, error) => faults.push(error) });
  return { found: results.map(({ key, finding }) => `${key} ${finding.status}`), faults };
}

describe('the examination of a chain', () => {
  it('is told hop by hop, in each by its keys, whoever answers first', async () => {
    let last: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (last = resolve));
    const twilio = checkOf('twilio', async () => {
      await slow;
      return { 'twilio.two': fail({ advice }), 'twilio.one': pass() };
    });
    const vapi = checkOf('vapi', () => {
      last();
      return Promise.resolve({ 'vapi.one': pass() });
    });
    expect(await examine([twilio, vapi])).toEqual({
      found: ['twilio.one PASS', 'twilio.two FAIL', 'vapi.one PASS'],
      faults: [],
    });
  });

  it('ends in time, and blames nothing that was not seen', async () => {
    const ending = new AbortController();
    const never = checkOf('vapi', () => {
      ending.abort();
      return new Promise(() => undefined);
    });
    expect(await examine([never, checkOf('server', answer({ 'server.one': pass() }))], ending.signal)).toEqual({
      found: ['vapi.one SKIPPED', 'vapi.two SKIPPED', 'server.one PASS'],
      faults: [],
    });
  });

  it('outlives a check that is broken, and tells of it', async () => {
    const broken = checkOf('twilio', () => Promise.reject(new Error('ours')));
    expect(await examine([broken, checkOf('vapi', answer({ 'vapi.two': pass() }))])).toEqual({
      found: ['twilio.one SKIPPED', 'twilio.two SKIPPED', 'vapi.two PASS'],
      faults: [new Error('ours')],
    });
  });
});

describe('the status of a diagnosis', () => {
  it.each<[CheckStatus[], CheckStatus]>([
    [['PASS', 'SKIPPED'], 'PASS'],
    [['PASS', 'WARN', 'SKIPPED'], 'WARN'],
    [['WARN', 'FAIL', 'PASS'], 'FAIL'],
    [['SKIPPED'], 'SKIPPED'],
    [[], 'SKIPPED'],
  ])('of %j is %s', (statuses, status) => {
    expect(worst(statuses)).toBe(status);
  });
});
