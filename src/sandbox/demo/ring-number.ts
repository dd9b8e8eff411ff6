import { Secret } from '../../kernel/config/index.js';
import { AppError, type Locale } from '../../kernel/errors/index.js';
import { HttpFailure, jsonReply, route, type HttpClient, type HttpTarget } from '../../kernel/http/index.js';
import type { Speed } from '../player/play-call.js';
import { NoPlayedVapi } from '../sandbox.errors.js';
import { PlayedVapiFile } from '../vapi/played-vapi-file.js';
import { ringBegun, ringProgress, ringsPath, type RingOrder } from '../vapi/rings/ring-order.js';
import type { RingWish } from './demo-options.js';

export interface Ringing {
  run: { dataDir: string; locale: Locale; print: (text: string) => void };
  speed: Speed;
  http: HttpClient;
}

/**
 * Has the Vapi that the server's process plays ring a number, and prints the call as it goes.
 *
 * @throws NoPlayedVapi, RingFailed
 */
export async function ringNumber(wish: RingWish, { run, speed, http }: Ringing): Promise<void> {
  const line = await LineToPlayedVapi.open(run.dataDir, http);
  const { locale } = run;
  const id = await line.order({ ...wish, speed, locale });
  for (let from = 0; ;) {
    const { lines, isOver, failure } = await line.progress(id, from);
    for (const each of lines) run.print(each);
    from += lines.length;
    if (failure !== undefined) throw new RingFailed(failure);
    if (isOver) return;
  }
}

class LineToPlayedVapi {
  private constructor(
    private readonly http: HttpClient,
    private readonly target: HttpTarget,
    private readonly file: string,
  ) {}

  static async open(dataDir: string, http: HttpClient): Promise<LineToPlayedVapi> {
    const file = new PlayedVapiFile(dataDir);
    const known = await file.read();
    if (!known) throw new NoPlayedVapi(file.path);
    const { url: baseUrl, apiKey } = known;
    const headers = { authorization: new Secret(`Bearer ${apiKey}`) };
    return new LineToPlayedVapi(http, { name: 'played-vapi', baseUrl, hostFrom: 'operator', headers }, file.path);
  }

  async order(json: RingOrder): Promise<string> {
    const asked = this.http.request(this.target, {
      method: 'POST',
      path: ringsPath,
      body: { json },
      reply: jsonReply(ringBegun),
      retries: 0,
    });
    return (await this.reached(asked)).body.id;
  }

  async progress(id: string, from: number) {
    const path = route`/stand-in/rings/${id}`;
    const asked = this.http.request(this.target, {
      path,
      query: { from },
      reply: jsonReply(ringProgress),
      timeoutMs: 30_000,
    });
    return (await this.reached(asked)).body;
  }

  private async reached<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      // Somebody else may have got the address since.
      if (error instanceof HttpFailure) throw new NoPlayedVapi(this.file, error);
      throw error;
    }
  }
}

/** The call could not be played; it is told in the words, and the language, of the Vapi that was to play it. */
class RingFailed extends AppError {
  constructor(why: string) {
    super('conflict', 'SANDBOX.RING_FAILED', { en: why, fr: why });
  }
}
