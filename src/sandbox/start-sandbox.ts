import { inLocale, type Locale, type LocalizedText } from '../kernel/errors/index.js';
import { HttpClient } from '../kernel/http/index.js';
import { demoQuery } from './demo-query.js';
import { FirstCallNotRecorded } from './sandbox.errors.js';
import { systemClock, type Clock } from './player/clock.js';
import { signOut } from './seed/documents.js';
import { firstCallStart, playFirstCall } from './seed/first-call.js';
import { GraphqlSession } from './seed/graphql-session.js';
import { SandboxFile, type SandboxState } from './seed/sandbox-file.js';
import { ensureAssistant, ensureWebhook, enter, offerTables } from './seed/seed-workspace.js';

export interface SandboxOptions {
  /** Where this server listens: `http://127.0.0.1:3000`. */
  baseUrl: string;
  dataDir: string;
  /** One line of progress. */
  log: (line: string) => void;
  /** The played Cal.com is there, so that the assistant can book. */
  hasCalendar?: boolean | undefined;
  locale?: Locale | undefined;
  clock?: Clock | undefined;
}

/** What a visitor needs to look at the demonstration. */
export interface DemoAccess {
  email: string;
  password: string;
  /** To be pasted into the playground. */
  query: string;
}

/**
 * Sets the demonstration up, through the public API and the signed webhook path only: the workspace of a restaurant, its
 * assistant, its webhook endpoint and one finished call. Goes on where an earlier start was cut off; does nothing where
 * everything is there.
 *
 * @throws AppError that says what to do; the server itself is none the worse for it.
 */
export async function startSandbox(options: SandboxOptions): Promise<DemoAccess> {
  const http = new HttpClient();
  try {
    return await setUp(http, options);
  } finally {
    await http.onApplicationShutdown();
  }
}

async function setUp(http: HttpClient, options: SandboxOptions): Promise<DemoAccess> {
  const { baseUrl, dataDir, locale = 'fr' } = options;
  const file = new SandboxFile(dataDir);
  const known = await file.readOrCreate(baseUrl);
  const anonymous = new GraphqlSession({ http, baseUrl, locale });
  const { session, isNew } = await enter(anonymous, known);
  const api = anonymous.signedIn(session.accessToken);
  // In a new account, whatever was noted belonged to a database that is gone.
  const nothingDone = { webhook: undefined, eventTypesOffered: undefined, firstCall: undefined };
  const state = isNew ? await file.write({ ...known, ...nothingDone }) : known;
  await new DemoSetUp({ http, api, file }, options).complete(state);
  await api.run(signOut, { refreshToken: session.refreshToken });
  return { email: state.email, password: state.password, query: demoQuery };
}

interface SetUpParts {
  http: HttpClient;
  api: GraphqlSession;
  file: SandboxFile;
}

/** The steps after signing in, each noted as soon as it is done. */
class DemoSetUp {
  readonly #clock: Clock;

  constructor(
    private readonly parts: SetUpParts,
    private readonly options: SandboxOptions,
  ) {
    this.#clock = options.clock ?? systemClock;
  }

  async complete(state: SandboxState): Promise<void> {
    const isComplete = state.firstCall?.completed === true;
    if (!isComplete) {
      this.say({ en: 'Setting up the demonstration workspace…', fr: 'Préparation de l’espace de démonstration…' });
      await ensureAssistant(this.parts.api);
    }
    const ready = await this.withWebhook(await this.withTables(state));
    if (!isComplete) await this.playFirstCall(ready);
  }

  /** Once, even where an earlier release has set the rest up. */
  private async withTables(state: SandboxState): Promise<SandboxState> {
    if (!this.options.hasCalendar || state.eventTypesOffered) return state;
    await offerTables(this.parts.api);
    return this.parts.file.write({ ...state, eventTypesOffered: true });
  }

  private async withWebhook(state: SandboxState): Promise<SandboxState> {
    const webhook = await ensureWebhook(this.parts.api, state.webhook);
    return webhook === state.webhook ? state : this.parts.file.write({ ...state, webhook });
  }

  private async playFirstCall(state: SandboxState): Promise<void> {
    this.say({ en: 'Playing a first call…', fr: 'Un premier appel est joué…' });
    const startsAt = state.firstCall?.startsAt ?? firstCallStart(state.seed, this.#clock.now()).toISOString();
    const started = await this.parts.file.write({ ...state, firstCall: { startsAt, completed: false } });
    try {
      await playFirstCall(started, { ...this.parts, clock: this.#clock });
    } catch (error) {
      // The visitor can sign in all the same; the next start tries again.
      if (!(error instanceof FirstCallNotRecorded)) throw error;
      this.say(error.safeMessage);
      return;
    }
    await this.parts.file.write({ ...started, firstCall: { startsAt, completed: true } });
  }

  private say(text: LocalizedText): void {
    this.options.log(inLocale(text, this.options.locale ?? 'fr'));
  }
}
