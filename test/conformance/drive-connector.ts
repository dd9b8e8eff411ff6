import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../src/kernel/errors/index.js';
import { HttpFailure } from '../../src/kernel/http/index.js';
import type { Connector } from '../../src/integrations/core/connector.js';
import { UnexpectedResult } from '../../src/integrations/core/define-action.js';
import { ConnectorStage } from '../../src/integrations/testing/connector-stage.js';
import type { Exchange } from '../../src/integrations/testing/fixtures.js';
import type { StagedReply, StagedRequest } from '../../src/integrations/testing/vendor-stage.js';
import {
  openDescriptions,
  type DescribedOperation,
  type Description,
  type WireRequest,
} from './descriptions/description.js';

const declarationSchema = z.strictObject({
  /** Files of SPECS_DIR; none where the vendor publishes nothing. */
  descriptions: z.array(z.string()),
  /** Requests that no description knows: method and path with `*`, and why. */
  notCovered: z.array(z.strictObject({ request: z.string(), reason: z.string().min(1) })).default([]),
  /** Where a description is provably wrong: what it says against a request, word for word, and why that does not count. */
  deviations: z
    .array(z.strictObject({ request: z.string(), problem: z.string(), reason: z.string().min(1) }))
    .default([]),
});

/** How one connector stands to its vendor's own description. */
export interface Conformance {
  key: string;
  actions: number;
  /** Requests that a description was asked about and found right. */
  validated: number;
  /** Replies made from the description that the actions understood. */
  understood: number;
  /** Requests that no description knows, with the reason. */
  notCovered: Map<string, string>;
  /** What a description says wrongly, with the reason. */
  deviations: Map<string, string>;
  /** Where replies of our fixtures hold more, or something else, than the description says; for whoever mends them. */
  replyNotes: string[];
  /** What a description refuses, or an action does not understand. */
  refused: string[];
}

interface Run {
  name: string;
  exchanges: readonly Exchange[];
  go(): Promise<unknown>;
}

/** Drives the connection test and every action of a connector against its vendor's descriptions. */
export async function driveConnector(connector: Connector, folder: URL, specs: string): Promise<Conformance> {
  const text = await readFile(new URL('fixtures/conformance.json', folder), 'utf8');
  const declaration = declarationSchema.parse(JSON.parse(text));
  const descriptions = await openDescriptions(specs, declaration.descriptions);
  const stage = await ConnectorStage.open(connector, folder);
  try {
    const driver = new Driver(stage, descriptions, declaration);
    for (const run of await runsOf(stage)) await driver.drive(run);
    return driver.result(connector.key, actionsOf(connector).length);
  } finally {
    await stage.close();
  }
}

class Driver {
  readonly #notCovered = new Map<string, string>();
  readonly #deviations = new Map<string, string>();
  readonly #replyNotes = new Set<string>();
  readonly #refused: string[] = [];
  #validated = 0;
  #understood = 0;

  constructor(
    private readonly stage: ConnectorStage,
    private readonly descriptions: readonly Description[],
    private readonly declaration: z.output<typeof declarationSchema>,
  ) {}

  result(key: string, actions: number): Conformance {
    const [validated, understood, notCovered] = [this.#validated, this.#understood, this.#notCovered];
    const [deviations, replyNotes, refused] = [this.#deviations, [...this.#replyNotes], [...new Set(this.#refused)]];
    return { key, actions, validated, understood, notCovered, deviations, replyNotes, refused };
  }

  async drive({ name, exchanges, go }: Run): Promise<void> {
    const operations: (DescribedOperation | null)[] = [];
    this.stage.play((request) => {
      const reply = exchanges[this.stage.vendor.received.length - 1]?.reply;
      operations.push(this.judge(name, request, reply));
      return reply ?? { status: 404 };
    });
    const fault = await faultOf(go);
    if (fault) this.#refused.push(`${name}: its own fixture ends in ${fault}`);
    for (const [index, operation] of operations.entries()) {
      const described = operation?.reply();
      if (!described) continue;
      await this.answerFromDescription({ name, exchanges, go }, { index, described });
    }
  }

  /** Asks the description about one request, and about the reply that our fixture gives to it. */
  private judge(name: string, request: StagedRequest, reply: StagedReply | undefined): DescribedOperation | null {
    const wire = wireOf(request);
    // Two versions of a description may name the same thing differently: the one that fits best is meant.
    const [best] = this.descriptions
      .flatMap((description) => description.operation(wire) ?? [])
      .map((operation) => ({ operation, problems: operation.problems(wire) }))
      .sort((one, other) => one.problems.length - other.problems.length);
    if (best) {
      const { operation } = best;
      const problems = best.problems.filter((problem) => !this.setAside(request, problem));
      if (problems.length === 0) this.#validated += 1;
      this.#refused.push(...problems.map((problem) => `${name}: ${operation.name}: ${problem}`));
      for (const note of reply ? operation.replyProblems(reply.status, reply.body) : []) {
        this.#replyNotes.add(`${name}: reply to ${operation.name}: ${note}`);
      }
      return operation;
    }
    this.passOver(name, request);
    return null;
  }

  private passOver(name: string, { method, url }: StagedRequest): void {
    const asked = `${method} ${url.pathname}`;
    const known = this.declaration.notCovered.find(({ request }) => patternOf(request).test(asked));
    if (known) this.#notCovered.set(known.request, known.reason);
    else this.#refused.push(`${name}: no description knows ${asked} at ${url.host}`);
  }

  private setAside({ method, url }: StagedRequest, problem: string): boolean {
    const asked = `${method} ${url.pathname}`;
    const known = this.declaration.deviations.find(
      (each) => each.problem === problem && patternOf(each.request).test(asked),
    );
    if (known) this.#deviations.set(`${known.request}: ${known.problem}`, known.reason);
    return known !== undefined;
  }

  private async answerFromDescription(
    { name, exchanges, go }: Run,
    { index, described }: { index: number; described: { status: number; contentType: string; body: string } },
  ): Promise<void> {
    this.stage.play(() => {
      const nth = this.stage.vendor.received.length - 1;
      if (nth !== index) return exchanges[nth]?.reply ?? { status: 404 };
      return { status: described.status, headers: { 'content-type': described.contentType }, body: described.body };
    });
    const fault = await faultOf(go);
    if (fault) this.#refused.push(`${name}: does not understand the described reply to request ${index + 1}: ${fault}`);
    else this.#understood += 1;
  }
}

async function runsOf(stage: ConnectorStage): Promise<Run[]> {
  const { connector, fixtures } = stage;
  const verify = await fixtures.verify();
  const test: Run = {
    name: 'connection test',
    exchanges: verify.exchanges,
    go: async () => connector.verify(await stage.client({ action: 'verify' })),
  };
  const actions = await Promise.all(
    actionsOf(connector).map(async (action): Promise<Run[]> => {
      const { input, exchanges, output, nextPage } = await fixtures.action(action.key);
      const go = (given: unknown) => async () => action.run(await stage.client({ action: action.key }), given);
      const runs = [{ name: action.key, exchanges, go: go(input) }];
      const cursor = cursorOf(output);
      if (nextPage && cursor !== undefined) {
        runs.push({ name: `${action.key}, next page`, exchanges: nextPage.exchanges, go: go({ ...input, cursor }) });
      }
      return runs;
    }),
  );
  return [test, ...actions.flat()];
}

/**
 * The request as a description knows it. Some vendors take long queries in the body of a POST, which then says what it is:
 * https://learn.microsoft.com/linkedin/shared/api-guide/concepts/query-tunneling
 */
function wireOf({ method, url, headers, body }: StagedRequest): WireRequest {
  const plain = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, value ?? '']));
  const override = plain['x-http-method-override'];
  if (override === undefined) {
    return { method, url, headers: plain, body: body === '' ? null : Buffer.from(body) };
  }
  const whole = new URL(url);
  for (const [name, value] of new URLSearchParams(body)) whole.searchParams.append(name, value);
  return { method: override, url: whole, headers: plain, body: null };
}

function actionsOf({ agents }: Connector) {
  return [...new Set(Object.values(agents).flatMap((share) => share.actions))];
}

/** What went wrong that is ours; that a made-up reply leads to a refusal further on is none of it. */
async function faultOf(go: () => Promise<unknown>): Promise<string | null> {
  try {
    await go();
    return null;
  } catch (error) {
    if (error instanceof UnexpectedResult) return String(error.meta?.places);
    if (error instanceof HttpFailure && error.reason === 'HTTP.REPLY_NOT_UNDERSTOOD') return String(error.meta?.fault);
    if (error instanceof AppError) return null;
    return `a fault of our own: ${String(error)}`;
  }
}

function cursorOf(output: unknown): unknown {
  return typeof output === 'object' && output !== null && 'nextCursor' in output ? output.nextCursor : undefined;
}

function patternOf(request: string): RegExp {
  const parts = request.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}
