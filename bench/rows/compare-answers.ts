import { isDeepStrictEqual } from 'node:util';
import { ask, type Question } from '../load/ask.js';
import { sendRepeatedly, type RepeatedRequest } from '../load/graphql-load.js';
import type { Stage } from '../stage/stage.js';
import { inTurns } from './row.js';

/** How often a second each of two servers gives the same answer. @throws Error when the answers differ. */
export async function compareAnswers(stage: Stage, { product, reference }: { product: Question; reference: Question }) {
  const same = isDeepStrictEqual(await ask(product), await ask(reference));
  if (!same) throw new Error('The server and its reference do not answer the same.');
  const seconds = stage.quick ? 2 : 5;
  const [own, bare] = [toRequest(product, seconds), toRequest(reference, seconds)];
  // The first round of each is to warm up.
  await sendRepeatedly(own);
  await sendRepeatedly(bare);
  return inTurns(
    stage.quick ? 2 : 5,
    () => sendRepeatedly(own),
    () => sendRepeatedly(bare),
  );
}

function toRequest({ url, token, body }: Question, seconds: number): RepeatedRequest {
  return {
    url,
    seconds,
    method: body === undefined ? 'GET' : 'POST',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}
