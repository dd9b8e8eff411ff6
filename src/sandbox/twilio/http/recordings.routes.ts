import type { Recording } from '../state/other-resources.js';
import { silentMp3, silentWav } from '../call/silence.js';
import { notFound } from '../twilio-refusal.js';
import { listOf2010 } from './twilio-pages.js';
import { gone, ofAccount, ok, type TwilioRequest, type TwilioRoute, uriOf } from './twilio-request.js';

/** What was recorded of calls; it all sounds like silence. */
export function recordingsRoutes(): TwilioRoute[] {
  const single = `${ofAccount}/Recordings/:sid`;
  const wav = (request: TwilioRequest) => ({
    status: 200,
    body: silentWav(Number(recordingIn(request).duration)),
    contentType: 'audio/x-wav',
  });
  return [
    { product: 'api', method: 'GET', path: `${ofAccount}/Recordings.json`, handle: listed },
    { product: 'api', method: 'GET', path: `${ofAccount}/Calls/:call/Recordings.json`, handle: listed },
    { product: 'api', method: 'GET', path: `${single}.json`, handle: (request) => ok(output(recordingIn(request))) },
    {
      product: 'api',
      method: 'GET',
      path: `${single}.mp3`,
      handle: (request) => {
        const body = silentMp3(Number(recordingIn(request).duration));
        return { status: 200, body, contentType: 'audio/mpeg' };
      },
    },
    { product: 'api', method: 'GET', path: `${single}.wav`, handle: wav },
    { product: 'api', method: 'GET', path: single, handle: wav },
    {
      product: 'api',
      method: 'DELETE',
      path: `${single}.json`,
      handle: (request) => {
        request.account.recordings.remove(recordingIn(request).sid);
        return gone;
      },
    },
  ];
}

function listed(request: TwilioRequest) {
  const { account, query, parts } = request;
  const callSid = parts.call ?? query.get('CallSid');
  const meant = account.recordings.list().filter(({ call_sid: each }) => callSid === null || each === callSid);
  return listOf2010(request, 'recordings', meant.map(output));
}

function recordingIn({ account, parts, path }: TwilioRequest): Recording {
  const known = account.recordings.find(parts.sid ?? '');
  if (!known) throw notFound(path);
  return known;
}

function output(recording: Recording): Record<string, unknown> {
  const { account_sid: owner, sid } = recording;
  const at = uriOf(owner, `/Recordings/${sid}`);
  return {
    ...recording,
    api_version: '2010-04-01',
    conference_sid: null,
    encryption_details: null,
    error_code: null,
    price: null,
    price_unit: 'USD',
    media_url: `https://api.twilio.com${at}`,
    subresource_uris: { add_on_results: `${at}/AddOnResults.json`, transcriptions: `${at}/Transcriptions.json` },
    uri: `${at}.json`,
  };
}
