import { createWorkspace } from '../../../../../../test/support/workspaces.js';
import { Config } from '../../../../../kernel/config/index.js';
import { systemContext, type RequestContext } from '../../../../../kernel/context/index.js';
import { sql } from '../../../../../kernel/database/index.js';
import { HttpClient } from '../../../../../kernel/http/index.js';
import {
  localServer,
  type LocalServer,
  type ReceivedRequest,
} from '../../../../../kernel/http/testing/local-server.js';
import { AppLogger } from '../../../../../kernel/observability/index.js';
import { VoiceAssistantRepository } from '../../../../assistants/voice-assistant.repository.js';
import { VoiceAssistants } from '../../../../assistants/voice-assistants.js';
import { CallRecord } from '../../../../calls/testing/call-record.js';
import { readVapiEvent } from '../../reading/read-vapi-event.js';
import type { VapiBody } from '../../testing/call-script.js';
import { VapiOwners } from '../../vapi-owners.js';
import { CallReconciler } from '../call-reconciler.js';
import { DeploymentCallReader } from '../deployment-call-reader.js';
import { UnreportedCalls } from '../unreported-calls.js';

type Line = Record<string, unknown> & { event: string; level: string };
/** What the stand-in answers: a status and a body, or nothing ever (`hang`). */
export type StandIn = (callId: string, request: ReceivedRequest) => Reply | Promise<Reply>;
type Reply = [status: number, body: unknown] | 'hang';

const nobody = systemContext({ actor: 'voice.reconcile-calls' });

/** When the scripted calls begin. */
const began = Date.UTC(2026, 8, 1, 10);

export function minutes(count: number): Date {
  return new Date(began + count * 60_000);
}

/** A reconciler on a real database and over real HTTP; its clock is that of the scripted calls. */
export class Reconciling {
  /** Ids of the calls that Vapi was asked for, in order. */
  readonly asked: string[] = [];
  readonly lines: Line[] = [];
  readonly ending = new AbortController();
  readonly #workspaces: RequestContext[] = [];
  #reconciler: CallReconciler | undefined;

  private constructor(
    readonly record: CallRecord,
    private readonly server: LocalServer,
    private readonly http: HttpClient,
  ) {}

  /** Its calls are its own: on a shared database those of other tests would be asked for too. */
  static async open(standIn: StandIn, env: Record<string, string> = { VAPI_API_KEY: 'key-1' }): Promise<Reconciling> {
    const record = await CallRecord.open();
    const server = await localServer((response, request) => {
      const id = request.url.replace('/call/', '');
      reconciling.asked.push(id);
      void Promise.resolve(standIn(id, request)).then((reply) => {
        if (reply === 'hang') return;
        response.writeHead(reply[0], { 'content-type': 'application/json' }).end(JSON.stringify(reply[1]));
      });
    });
    const http = new HttpClient();
    const reconciling = new Reconciling(record, server, http);
    reconciling.#reconciler = reconciling.another(env);
    reconciling.close = async () => {
      await http.onApplicationShutdown();
      await server.close();
      await record.close();
    };
    return reconciling;
  }

  close: () => Promise<void> = () => Promise.resolve();

  /** The reconciler of another worker. */
  another(env: Record<string, string> = { VAPI_API_KEY: 'key-1' }): CallReconciler {
    const { unitOfWork, recorder } = this.record;
    const config = Config.read({
      NODE_ENV: 'test',
      DATABASE_URL: 'postgres://unused',
      ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      VAPI_BASE_URL: this.server.url,
      ...env,
    });
    const write = (line: string) => void this.lines.push(JSON.parse(line) as Line);
    const log = new AppLogger({ level: 'debug', destination: { write } });
    const owners = new VapiOwners(new VoiceAssistants(unitOfWork, new VoiceAssistantRepository()));
    const reader = new DeploymentCallReader(config, this.http, owners);
    return new CallReconciler(new UnreportedCalls(unitOfWork), reader, recorder, unitOfWork, log);
  }

  async workspace(): Promise<RequestContext> {
    const ctx = await createWorkspace(this.record.dataSource);
    this.#workspaces.push(ctx);
    return ctx;
  }

  async run(minute: number, reconciler = this.#reconciler): Promise<void> {
    const now = minutes(minute);
    await reconciler?.reconcile(nobody, now, this.ending.signal);
    // The database's own clock is far ahead of the scripts'.
    for (const ctx of this.#workspaces)
      await this.update(ctx, 'UPDATE calls SET updated_at = $1 WHERE updated_at > $1', [now]);
  }

  /** Records what Vapi has told, as if it had come in when it says. */
  async play(ctx: RequestContext, bodies: readonly VapiBody[]): Promise<void> {
    const facts = bodies.flatMap((body) => readVapiEvent(body, minutes(0)) ?? []);
    await this.record.record(ctx, facts);
    const heard = Math.max(...bodies.map(({ message }) => Number(message.timestamp)));
    const change = 'UPDATE calls SET updated_at = $2 WHERE vapi_call_id = ANY($1)';
    await this.update(ctx, change, [facts.map(({ callKey }) => callKey), new Date(heard)]);
  }

  async update(ctx: RequestContext, change: string, values: readonly unknown[]): Promise<void> {
    await this.record.unitOfWork.run(ctx, (tx) => sql(tx, change, values));
  }

  async row(ctx: RequestContext, id: string): Promise<Record<string, unknown>> {
    return (await this.record.rows(ctx, id)).call;
  }

  /** The minutes at which the call was asked for, of runs at the minutes given. */
  async minutesAsked(id: string, runs: readonly number[]): Promise<number[]> {
    const asked: number[] = [];
    for (const minute of runs) {
      const before = this.asked.length;
      await this.run(minute);
      if (this.asked.slice(before).includes(id)) asked.push(minute);
    }
    return asked;
  }

  /** What the log says of runs, from `debug` up. */
  said(event: string): Line[] {
    return this.lines.filter((line) => line.event === event);
  }
}
