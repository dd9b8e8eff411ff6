import type { TwimlElement } from '../twiml/twiml-document.js';
import type { Place, Step, Verb } from './step.js';
import { dial } from './verbs/dial.js';
import { gather } from './verbs/gather.js';
import { record } from './verbs/record.js';
import { pause, play, say } from './verbs/sounds.js';
import { resolve } from './verbs/resolve.js';

/** By name. */
export const verbs: Readonly<Record<string, Verb>> = {
  Say: (verb, { leg }) => say(verb, leg),
  Play: (verb, place) => play(verb, place),
  Pause: (verb, { leg }) => pause(verb, leg),
  Gather: gather,
  Record: record,
  Dial: dial,
  Redirect: (verb, place) => Promise.resolve(redirect(verb, place)),
  Hangup: () => Promise.resolve({ hungUpBy: 'line' }),
  Reject: ({ attributes }, { leg }) =>
    Promise.resolve({
      hungUpBy: 'line',
      ...(!leg.isAnswered && { status: attributes.reason === 'busy' ? 'busy' : 'no-answer' }),
    }),
  Connect: notPlayed,
  // Recordings that run beside the call make no sound.
  Start: () => Promise.resolve(null),
  Stop: () => Promise.resolve(null),
};

function redirect({ attributes, text }: TwimlElement, place: Place): Step {
  return { document: resolve(text, attributes.method, place), purpose: 'redirect' };
}

/** ConversationRelay is not played here: the call ends with Twilio's error for an address that cannot be reached. */
function notPlayed(_: TwimlElement, { leg }: Place): Promise<Step> {
  leg.alert(64102, 'The stand-in does not play ConversationRelay');
  return Promise.resolve({ hungUpBy: 'line' });
}
