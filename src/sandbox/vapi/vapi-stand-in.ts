import { setTimeout as delay } from 'node:timers/promises';
import { HttpClient } from '../../kernel/http/index.js';
import { FaultPlan } from '../calcom/faults/fault-plan.js';
import { KeptFile, readKept } from '../kept/kept-file.js';
import type { Clock } from '../player/clock.js';
import { CallControls, type ControlRequest } from './calls/call-controls.js';
import { NewCalls } from './calls/new-call.js';
import { refused, type VapiReply, type VapiRequest } from './http/vapi-request.js';
import { VapiHttp } from './http/vapi-http.js';
import { PhoneNumbers } from './phone-numbers/phone-numbers.js';
import type { TwilioNumbers } from './phone-numbers/twilio-numbers.js';
import type { PlayedVapiCall, PlayOptionsOfCall, RingOptions } from './ringing/ring-options.js';
import { Switchboard } from './ringing/switchboard.js';
import { playAtVapi, type PlayRing } from './rings/play-ring.js';
import { RingsDesk } from './rings/rings-desk.js';
import { VapiRoutes, type VapiRules } from './vapi-routes.js';
import { savedAccount, VapiStore, type VapiKind, type VapiResource } from './vapi-store.js';

export interface VapiStandInOptions {
  readonly apiKey: string;
  /** Any free one where it is left out. */
  readonly port?: number | undefined;
  readonly now?: (() => Date) | undefined;
  /** Time as calls and repeated messages see it. */
  readonly clock?: Clock | undefined;
  /** Where the state is kept over restarts. */
  readonly dataFile?: string | undefined;
  /** Requests that the key may not make; none where it is left out. */
  readonly forbids?: VapiRules['forbids'] | undefined;
  /** Whether there are credentials to be made, as there have been (default true). */
  readonly hasCredentials?: boolean | undefined;
  /** Where numbers are imported from; without it any number is taken, and nothing is written on it. */
  readonly twilio?: TwilioNumbers | undefined;
  /** Where calls are controlled, instead of here: `https://elsewhere.example`. */
  readonly controlBase?: string | undefined;
  /** The server of the organisation, as the dashboard sets it. */
  readonly orgServer?: Readonly<Record<string, unknown>> | undefined;
  /** Whether somebody picks up at once when a call is ordered (default false: see `dial`). */
  readonly answersCalls?: boolean | undefined;
  /** Plays what other processes order to ring, where numbers lead elsewhere too. */
  readonly playRing?: PlayRing | undefined;
  /** Whether messages say that calls are the sandbox's own (default false). */
  readonly marksCalls?: boolean | undefined;
}

/** A request that Vapi was sent. */
export interface VapiReceived {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Parts {
  readonly http: HttpClient;
  readonly store: VapiStore;
  readonly server: VapiHttp;
  readonly switchboard: Switchboard;
  readonly controls: CallControls;
  readonly received: VapiReceived[];
  readonly file: KeptFile | null;
}

/**
 * Plays Vapi's API on the loopback address: assistants, tools, credentials, numbers and calls, with a memory. Changes replace
 * fields whole, and secrets of credentials never come back. Calls are played, and told to the server that Vapi would tell.
 *
 * @example
 * const vapi = await VapiStandIn.open({ apiKey: 'key' });
 * const { id: assistantId } = vapi.add('assistant', { name: 'Front desk', server: { url } });
 * vapi.add('phone-number', { provider: 'twilio', number: '+33123456789', assistantId });
 * vapi.faults.next({ method: 'POST', path: /^\/call$/ }, { kind: 'cut', when: 'after' });
 * const { call } = await vapi.ring({ number: '+33123456789', scenario: findScenario('taken') });
 */
export class VapiStandIn {
  private constructor(
    private readonly parts: Parts,
    readonly faults: FaultPlan,
  ) {}

  /** @throws SandboxFileDamaged for a `dataFile` that cannot be read. */
  static async open(options: VapiStandInOptions): Promise<VapiStandIn> {
    const { dataFile, now = () => new Date() } = options;
    const store = new VapiStore(now, dataFile === undefined ? null : await readKept(dataFile, savedAccount));
    const file = dataFile === undefined ? null : new KeptFile(dataFile, () => store.saved());
    const faults = new FaultPlan();
    return new VapiStandIn(await assemble(options, { store, file, faults }), faults);
  }

  /** Serves `/tool`, and the same below the host of the vendor: `/api.vapi.ai/tool`. */
  get url(): string {
    return this.parts.server.url;
  }

  /** What has been asked, the latest at the end. */
  get received(): readonly VapiReceived[] {
    return this.parts.received;
  }

  /** What calls were told to do by their control addresses, the latest at the end. */
  get controls(): readonly ControlRequest[] {
    return this.parts.controls.requests;
  }

  /** What people make in the dashboard, and change there. */
  add(kind: VapiKind, members: Readonly<Record<string, unknown>>, id?: string): VapiResource {
    return this.changed(this.parts.store.add(kind, members, id));
  }

  change(kind: VapiKind, id: string, members: Readonly<Record<string, unknown>>): VapiResource | null {
    return this.changed(this.parts.store.change(kind, id, members));
  }

  remove(kind: VapiKind, id: string): VapiResource | null {
    return this.changed(this.parts.store.remove(kind, id));
  }

  /** Newest first, secrets included. */
  list(kind: VapiKind): VapiResource[] {
    return this.parts.store.list(kind);
  }

  find(kind: VapiKind, id: string): VapiResource | null {
    return this.parts.store.find(kind, id);
  }

  /**
   * Somebody calls a number; ends with the call.
   *
   * @throws NumberNotAtVapi, NumberUnanswered, ScenarioNotForThisCall
   */
  async ring(options: RingOptions): Promise<PlayedVapiCall> {
    return this.changed(await this.parts.switchboard.ring(options));
  }

  /** Somebody picks up a call that was ordered by `POST /call`; ends with it. @throws CallNotQueued */
  async dial(callId: string, options: PlayOptionsOfCall = {}): Promise<PlayedVapiCall> {
    return this.changed(await this.parts.switchboard.dial(callId, options));
  }

  async close(): Promise<void> {
    const { server, http, file } = this.parts;
    await server.close();
    await http.onApplicationShutdown();
    await file?.flush();
  }

  private changed<T>(result: T): T {
    this.parts.file?.changed();
    return result;
  }
}

/** A call that is under way keeps no process from ending. */
const restfulClock: Clock = {
  now: () => new Date(),
  wait: (ms) => delay(ms, undefined, { ref: false }),
};

interface Foundation {
  readonly store: VapiStore;
  readonly file: KeptFile | null;
  readonly faults: FaultPlan;
}

async function assemble(options: VapiStandInOptions, { store, file, faults }: Foundation): Promise<Parts> {
  const { apiKey, forbids = () => false, hasCredentials = true, twilio, clock = restfulClock } = options;
  const http = new HttpClient();
  const address: { url: string } = { url: '' };
  const controls = new CallControls(() => options.controlBase ?? address.url);
  const calls = new NewCalls(store, controls);
  const marks = options.marksCalls ?? false;
  const parts = { http, clock, store, calls, controls, orgServer: () => options.orgServer, marks };
  const switchboard = new Switchboard(parts);
  const desks = { store, calls, phoneNumbers: new PhoneNumbers(store, twilio) };
  const routes = new VapiRoutes(desks, { apiKey, forbids, hasCredentials });
  const received: VapiReceived[] = [];
  const onChanged = () => file?.changed();
  const rings = new RingsDesk(
    options.playRing ?? playAtVapi((ordered) => switchboard.ring(ordered).finally(onChanged)),
  );
  const dial = (id: string) =>
    void switchboard
      .dial(id, { speed: 1 })
      .finally(onChanged)
      .catch(() => undefined);
  const server = await VapiHttp.listen(
    {
      faults,
      beside: (request) => besides(request, { controls, rings, routes }),
      api: (request) =>
        routes.answer(request).then((reply) => ordered(request, reply, options.answersCalls ? dial : null)),
      onReceived: ({ method, path, body }) => void received.push({ method, path, body }),
      onChanged,
    },
    options.port ?? 0,
  );
  address.url = server.url;
  return { http, store, server, switchboard, controls, received, file };
}

interface Besides {
  readonly controls: CallControls;
  readonly rings: RingsDesk;
  readonly routes: VapiRoutes;
}

function besides(request: VapiRequest, { controls, rings, routes }: Besides): Promise<VapiReply> | VapiReply | null {
  if (!rings.isFor(request)) return controls.answer(request.method, request.path, request.body);
  return routes.isKeyOf(request) ? rings.answer(request) : refused(401, 'The key is another one.');
}

/** Whoever has ordered a call hears that it is queued, and then it rings. */
function ordered({ method, path }: VapiRequest, reply: VapiReply, dial: ((callId: string) => void) | null): VapiReply {
  const id = typeof reply.body === 'object' && reply.body !== null && 'id' in reply.body ? reply.body.id : undefined;
  if (dial && method === 'POST' && path === '/call' && typeof id === 'string') setImmediate(dial, id);
  return reply;
}
