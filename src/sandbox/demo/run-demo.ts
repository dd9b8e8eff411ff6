import { randomUUID } from 'node:crypto';
import { Secret } from '../../kernel/config/index.js';
import { AppError, inLocale, type Locale } from '../../kernel/errors/index.js';
import { HttpClient, HttpFailure, noReply } from '../../kernel/http/index.js';
import type { CallScript } from '../caller/call-script.js';
import { leGourmetLine } from '../le-gourmet-line.js';
import { systemClock, type Clock } from '../player/clock.js';
import { Narrator } from '../player/narrate.js';
import { playCall } from '../player/play-call.js';
import { scriptToPlayNow } from '../player/script-to-play-now.js';
import { WebhookSender } from '../player/webhook-sender.js';
import { SandboxNotSeeded, ServerUnreachable } from '../sandbox.errors.js';
import { SandboxFile } from '../seed/sandbox-file.js';
import { helpText, scenarioList } from './demo-help.js';
import { readDemoOptions, type DemoOptions } from './demo-options.js';
import { ringNumber } from './ring-number.js';

export interface DemoRun {
  argv: readonly string[];
  dataDir: string;
  locale: Locale;
  print: (text: string) => void;
  clock?: Clock | undefined;
}

/** So many calls are under way at once. */
const linesAtOnce = 10;

/**
 * The command `npm run demo`: plays calls against a running server and prints each webhook in one line.
 *
 * @returns the exit code.
 */
export async function runDemo(run: DemoRun): Promise<number> {
  const { argv, locale, print } = run;
  const http = new HttpClient();
  try {
    const options = readDemoOptions(argv);
    if (options.show === 'help') print(helpText(locale));
    else if (options.show === 'list') print(scenarioList(locale));
    else if (options.ring) await ringNumber(options.ring, { run, speed: options.speed, http });
    else await playCalls(run, options, http);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    print(inLocale(error.safeMessage, locale));
    return 1;
  } finally {
    await http.onApplicationShutdown();
  }
}

async function playCalls(run: DemoRun, options: DemoOptions, http: HttpClient): Promise<void> {
  const target = await findServer(run, options, http);
  await new Demo(run, options, { http, ...target }).play();
  const playground = `${new URL(target.url).origin}/graphql`;
  run.print(inLocale({ en: `To see it all: ${playground}`, fr: `Pour tout voir : ${playground}` }, run.locale));
}

interface Target {
  url: string;
  secret: Secret;
}

/** @throws SandboxNotSeeded, ServerUnreachable */
async function findServer({ dataDir }: DemoRun, options: DemoOptions, http: HttpClient): Promise<Target> {
  const file = new SandboxFile(dataDir);
  const state = await file.read();
  if (!state?.webhook) throw new SandboxNotSeeded(file.path);
  const baseUrl = options.url ?? state.baseUrl;
  await assertAnswers(baseUrl, http);
  return { url: new URL(state.webhook.path, baseUrl).href, secret: new Secret(state.webhook.secret) };
}

async function assertAnswers(baseUrl: string, http: HttpClient): Promise<void> {
  const target = { name: 'agent-builder', baseUrl, hostFrom: 'operator' } as const;
  try {
    await http.request(target, { path: '/health/live', reply: noReply, retries: 0, timeoutMs: 5_000 });
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    if (error.status === undefined) throw new ServerUnreachable(baseUrl, error);
  }
}

class Demo {
  readonly #narrator: Narrator;
  readonly #clock: Clock;

  constructor(
    private readonly run: DemoRun,
    private readonly options: DemoOptions,
    private readonly parts: Target & { http: HttpClient },
  ) {
    this.#narrator = new Narrator(run.locale);
    this.#clock = run.clock ?? systemClock;
  }

  async play(): Promise<void> {
    const waiting = Array.from({ length: this.options.count }, (_, index) => index);
    const lines = Array.from({ length: linesAtOnce }, () => this.playAll(waiting));
    const failed = (await Promise.allSettled(lines)).find((line) => line.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private async playAll(waiting: number[]): Promise<void> {
    try {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) await this.playOne(index);
    } catch (error) {
      // What one call cannot do, the next ones cannot either.
      waiting.length = 0;
      throw error;
    }
  }

  private async playOne(index: number): Promise<void> {
    const script = this.script(index);
    const print = this.printer(index);
    const { url, secret, http } = this.parts;
    const sender = new WebhookSender({
      http,
      clock: this.#clock,
      url,
      proof: { kind: 'secret', secret },
      onRetry: (retry) => print(this.#narrator.retry(retry)),
    });
    print(this.#narrator.beginning(script));
    const { speed } = this.options;
    const onEvent = (played: Parameters<Narrator['event']>[1]) => print(this.#narrator.event(script.scenario, played));
    print(this.#narrator.ending(await playCall(script, { sender, clock: this.#clock, speed, url, onEvent })));
  }

  private script(index: number): CallScript {
    const { scenarios } = this.options;
    const scenario = scenarios[index % scenarios.length];
    if (!scenario) throw new Error('No scenario was chosen.');
    return scriptToPlayNow(
      scenario,
      { line: leGourmetLine(this.parts.url), seed: randomUUID() },
      {
        now: this.#clock.now(),
        speed: this.options.speed,
      },
    );
  }

  /** With several calls, each line says whose it is. */
  private printer(index: number): (text: string) => void {
    if (this.options.count === 1) return this.run.print;
    return (text) => this.run.print(text.replaceAll(/^/gm, `[${index + 1}] `));
  }
}
