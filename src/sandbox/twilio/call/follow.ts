import { readTwiml, type TwimlElement, TwimlFault } from '../twiml/twiml-document.js';
import { CallNeverEnds } from '../../sandbox.errors.js';
import { applicationError, type SentWebhook } from './played-call.js';
import type { HangUp, NextStep, Step } from './step.js';
import type { Leg } from './leg.js';
import { verbs } from './verbs.js';
import type { WebhookAnswer } from './webhooks.js';

/** A document and where it is from; null where the API gave it, so that nothing in it can be relative. */
interface Followed {
  readonly verbs: readonly TwimlElement[];
  readonly url: string | null;
}

/** Far more than any conversation here has. */
const mostDocuments = 200;

/**
 * Follows documents from one to the next, until somebody hangs up. Changes by the API take effect before the next verb.
 *
 * @throws CallNeverEnds
 */
export async function follow(leg: Leg, first: NextStep): Promise<HangUp> {
  let step: Step = first;
  for (let documents = 0; documents < mostDocuments; documents += 1) {
    const followed = await documentOf(leg, step);
    if (!followed) return { hungUpBy: 'line' };
    step = await run(leg, followed);
    if (!('document' in step)) return step;
  }
  throw new CallNeverEnds(mostDocuments);
}

async function run(leg: Leg, { verbs: all, url }: Followed): Promise<Step> {
  for (const verb of all) {
    const change = leg.parts.live.takeChange(leg.own.call.sid);
    if (change?.document) return { document: change.document, purpose: 'redirect' };
    if (change?.isEnded) return { hungUpBy: 'line' };
    if (verb.name !== 'Reject') leg.answer();
    const step = await verbs[verb.name]?.(verb, { leg, url, follow });
    if (step) return step;
  }
  // What is over is hung up, answered or not.
  leg.answer();
  return { hungUpBy: 'line' };
}

/** Null where neither the document nor the fallback's can be followed, which the caller is told in English. */
async function documentOf(leg: Leg, step: NextStep): Promise<Followed | null> {
  const { document, purpose, extra } = step;
  if ('twiml' in document) return readInto(leg, document.twiml, null) ?? fallBack(leg, step, { url: '', code: 12100 });
  const answer = await leg.fetch({ purpose, ...document, extra });
  const fault = faultOf(answer);
  if (!fault) {
    const followed = readInto(leg, answer.sent.body, answer.sent);
    if (followed) return followed;
  } else leg.alert(fault.code, fault.text, answer.sent);
  return fallBack(leg, step, { url: answer.sent.url, code: fault?.code ?? 12100 });
}

async function fallBack(leg: Leg, step: NextStep, failed: { url: string; code: number }): Promise<Followed | null> {
  const { fallback } = leg.own;
  if (fallback && step.purpose !== 'fallback') {
    const extra = { ...step.extra, ErrorCode: String(failed.code), ErrorUrl: failed.url };
    return documentOf(leg, { document: fallback, purpose: 'fallback', extra });
  }
  leg.answer();
  await leg.says(applicationError, { language: 'en-US' });
  return null;
}

function readInto(leg: Leg, text: string, sent: SentWebhook | null): Followed | null {
  try {
    const { verbs: all, warnings } = readTwiml(text);
    for (const warning of warnings) leg.alert(12200, warning, sent ?? undefined);
    return { verbs: all, url: sent?.url ?? null };
  } catch (error) {
    if (!(error instanceof TwimlFault)) throw error;
    leg.alert(12100, `Document parse failure: ${error.message}`, sent ?? undefined);
    return null;
  }
}

/** https://www.twilio.com/docs/api/errors/11200 */
function faultOf({ sent, failure }: WebhookAnswer): { code: number; text: string } | null {
  const { status, contentType } = sent;
  if (failure === 'unreachable') return { code: 11205, text: 'HTTP connection failure' };
  if (failure === 'timeout') return { code: 11200, text: 'No answer in time' };
  if (failure === 'broken' || status === null) return { code: 11200, text: 'The answer broke off' };
  if (status < 200 || status > 299) return { code: 11200, text: `Got HTTP ${status} response` };
  if (contentType === null) return { code: 11200, text: 'The answer has no Content-Type' };
  if (!/^(text|application)\/xml(;|$)/.test(contentType))
    return { code: 12300, text: `Invalid Content-Type: ${contentType}` };
  return null;
}
