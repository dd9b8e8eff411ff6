import { HttpClient } from '../../kernel/http/index.js';
import { FaultPlan } from '../calcom/faults/fault-plan.js';
import { LiveCalls } from './call/live-calls.js';
import { PhoneCalls } from './call/phone-calls.js';
import type { CallTarget, TwilioCallOutcome } from './call/played-call.js';
import type { TwilioPickUpOptions, TwilioRingOptions, TakeCallAtVapi } from './call/scenario.js';
import { effectiveTarget } from './call/target.js';
import { KeptFile, readKept } from '../kept/kept-file.js';
import { systemClock, type Clock } from '../player/clock.js';
import { accountRoutes } from './http/account.routes.js';
import { applicationsRoutes } from './http/applications.routes.js';
import { availableRoutes } from './http/available.routes.js';
import { callsRoutes } from './http/calls.routes.js';
import { numbersRoutes } from './http/numbers.routes.js';
import { numberFactsRoutes } from './http/number-facts.routes.js';
import { otherProductsRoutes } from './http/other-products.routes.js';
import { recordingsRoutes } from './http/recordings.routes.js';
import type { TwilioReceived, TwilioRoute } from './http/twilio-request.js';
import { TwilioRoutes } from './http/twilio-routes.js';
import { TwilioServer } from './http/twilio-server.js';
import type { IncomingNumber, NumberMembers } from './state/incoming-number.js';
import type { AccountSettings, TwilioAccount } from './state/twilio-account.js';
import { savedState, TwilioWorld } from './twilio-world.js';

export interface TwilioStandInOptions extends AccountSettings {
  /** Any free one where it is left out. */
  readonly port?: number | undefined;
  /** By the clock where it is left out. */
  readonly now?: (() => Date) | undefined;
  /** Where the state is kept over restarts. */
  readonly dataFile?: string | undefined;
  /** What calls wait on; one that moves at once lets no test wait. */
  readonly clock?: Clock | undefined;
  /** Takes the calls of numbers that lead to Vapi. */
  readonly vapi?: TakeCallAtVapi | undefined;
  /** How long a server may take to answer (default 15 s, as at Twilio). */
  readonly answerWithinMs?: number | undefined;
}

interface Parts {
  readonly world: TwilioWorld;
  readonly server: TwilioServer;
  readonly account: TwilioAccount;
  readonly faults: FaultPlan;
  readonly received: TwilioReceived[];
  readonly calls: PhoneCalls;
  readonly vapi: TakeCallAtVapi | undefined;
  readonly http: HttpClient;
  readonly file: KeptFile | null;
}

/**
 * Plays Twilio's APIs on the loopback address, with a memory: numbers, applications, trunks, calls, recordings, prices,
 * alerts.
 *
 * @example
 * const twilio = await TwilioStandIn.open({ accountSid: 'AC…', authToken: 'token' });
 * twilio.account.addNumber({ phone_number: '+33159000001' });
 * twilio.faults.next({ method: 'POST', path: /IncomingPhoneNumbers\.json$/ }, { kind: 'cut', when: 'after' });
 */
export class TwilioStandIn {
  readonly faults: FaultPlan;
  /** Of the credentials that it was opened with. */
  readonly account: TwilioAccount;

  private constructor(private readonly parts: Parts) {
    this.faults = parts.faults;
    this.account = parts.account;
  }

  /** @throws SandboxFileDamaged for a `dataFile` that cannot be read. */
  static async open(options: TwilioStandInOptions): Promise<TwilioStandIn> {
    const { port = 0, clock = systemClock, now = () => clock.now(), vapi, answerWithinMs = 15_000 } = options;
    const { world, account, file } = await openWorld(options, now);
    const [live, faults, http] = [new LiveCalls(), new FaultPlan(), new HttpClient()];
    const routes = new TwilioRoutes(world, routesOf(world, live));
    const received: TwilioReceived[] = [];
    const server = await TwilioServer.listen({ routes, faults, received }, port);
    const calls = new PhoneCalls({ world, http, live, clock, answerWithinMs });
    return new TwilioStandIn({ world, server, account, faults, received, calls, vapi, http, file });
  }

  /** Serves `/2010-04-01/…`, and the same below the hosts of the vendor: `/api.twilio.com/2010-04-01/…`. */
  get url(): string {
    return this.parts.server.url;
  }

  /** What has been asked, the latest at the end. */
  get received(): readonly TwilioReceived[] {
    return this.parts.received;
  }

  /** Somebody else's, beside the one that it was opened with. */
  addAccount(settings: AccountSettings): TwilioAccount {
    return this.parts.world.addAccount(settings);
  }

  /** Of whichever account. */
  findNumber(phoneNumber: string): IncomingNumber | null {
    return this.parts.world.findNumber(phoneNumber)?.number ?? null;
  }

  /** Where a number leads; null where nobody has it. */
  targetOf(phoneNumber: string): CallTarget | null {
    const owned = this.parts.world.findNumber(phoneNumber);
    return owned && effectiveTarget(owned).target;
  }

  /** As whoever has the account's token would; null where nobody has the number. */
  changeNumber(phoneNumber: string, members: NumberMembers): IncomingNumber | null {
    const known = this.parts.world.findNumber(phoneNumber);
    return known ? known.account.changeNumber(known.number, members) : null;
  }

  /**
   * Has somebody ring a number, and plays the call until one side hangs up.
   *
   * @example
   * const call = await twilio.ring({ to, from: '+33612345678', replies: ['Bonjour, une table pour quatre', 'Merci'] });
   * call.dialogue.map(({ who, text }) => `${who}: ${text}`);
   */
  ring(options: TwilioRingOptions): Promise<TwilioCallOutcome> {
    return this.parts.calls.ring({ vapi: this.parts.vapi, ...options });
  }

  /** Has a call that the API ordered be taken, or not; null where there is none that waits. */
  pickUp(callSid: string, options: TwilioPickUpOptions = {}): Promise<TwilioCallOutcome | null> {
    return this.parts.calls.pickUp(callSid, options);
  }

  async close(): Promise<void> {
    const { server, http, file } = this.parts;
    await server.close();
    await http.onApplicationShutdown();
    await file?.flush();
  }
}

async function openWorld({ dataFile, ...settings }: TwilioStandInOptions, now: () => Date) {
  const saved = dataFile === undefined ? null : await readKept(dataFile, savedState);
  const changed = () => file?.changed();
  const world = new TwilioWorld({ now, changed, saved: saved?.accounts ?? [] });
  const file = dataFile === undefined ? null : new KeptFile(dataFile, () => ({ accounts: world.saved() }));
  const { accountSid, authToken, apiKeys, friendlyName, status, type, balance, currency } = settings;
  const own = { accountSid, authToken, apiKeys, friendlyName, status, type, balance, currency };
  return { world, file, account: world.addAccount(own) };
}

function routesOf(world: TwilioWorld, live: LiveCalls): TwilioRoute[] {
  return [
    ...accountRoutes(),
    ...numbersRoutes(world),
    ...availableRoutes(world),
    ...applicationsRoutes(),
    ...callsRoutes(live),
    ...recordingsRoutes(),
    ...otherProductsRoutes(world),
    ...numberFactsRoutes(world),
  ];
}
