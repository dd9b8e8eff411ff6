import { constantTimeEqual } from '../../kernel/crypto/index.js';
import { vapiKinds, type VapiKind, type VapiResource, type VapiStore } from './vapi-store.js';

/** A request as it came in. */
export interface VapiRequest {
  readonly method: string;
  /** Without the vendor's host before it and the query behind it. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export interface VapiReply {
  readonly status: number;
  readonly body: unknown;
}

export interface VapiRules {
  readonly apiKey: string;
  /** Requests that the key may not make: they get 403. */
  readonly forbids: (request: Pick<VapiRequest, 'method' | 'path'>) => boolean;
  /** False for an API without credentials, which its description does not have. */
  readonly hasCredentials: boolean;
}

/** Answers as Vapi does: https://docs.vapi.ai/api-reference */
export class VapiRoutes {
  constructor(
    private readonly store: VapiStore,
    private readonly rules: VapiRules,
  ) {}

  answer(request: VapiRequest): VapiReply {
    const { apiKey, forbids } = this.rules;
    if (!constantTimeEqual(request.authorization ?? '', `Bearer ${apiKey}`)) return refused(401, invalidKey);
    if (forbids(request)) return refused(403, 'This key may not do that.');
    const [, kind, id, ...rest] = request.path.split('/');
    const known = vapiKinds.find((each) => each === kind);
    const isThere = known !== undefined && rest.length === 0 && (known !== 'credential' || this.rules.hasCredentials);
    if (!isThere) return refused(404, `Cannot ${request.method} ${request.path}`);
    return id === undefined ? this.all(known, request) : this.one(known, id, request);
  }

  private all(kind: VapiKind, { method, path, query, body }: VapiRequest): VapiReply {
    if (method === 'GET') return this.page(kind, query);
    if (method !== 'POST') return refused(404, `Cannot ${method} ${path}`);
    const faults = faultsOf(kind, body);
    if (faults.length > 0 || !isMembers(body)) return refused(400, faults);
    return { status: 201, body: shown(kind, this.store.add(kind, body)) };
  }

  private one(kind: VapiKind, id: string, { method, path, body }: VapiRequest): VapiReply {
    const known = this.store.find(kind, id);
    if (!known) return refused(404, `Couldn't get ${kind} with id ${id}.`);
    if (method === 'GET') return { status: 200, body: shown(kind, known) };
    if (method === 'DELETE') return { status: 200, body: shown(kind, this.store.remove(kind, id) ?? known) };
    if (method !== 'PATCH') return refused(404, `Cannot ${method} ${path}`);
    const faults = faultsOf(kind, { ...known, ...(isMembers(body) ? body : {}) });
    if (faults.length > 0 || !isMembers(body)) return refused(400, faults);
    return { status: 200, body: shown(kind, this.store.change(kind, id, body) ?? known) };
  }

  private page(kind: VapiKind, query: URLSearchParams): VapiReply {
    const limit = Number(query.get('limit') ?? 100);
    if (!(limit >= 0 && limit <= 1_000)) return refused(400, ['limit must not be greater than 1000']);
    const before = query.get('createdAtLt');
    const older = this.store.list(kind).filter(({ createdAt }) => before === null || String(createdAt) < before);
    return { status: 200, body: older.slice(0, limit).map((each) => shown(kind, each)) };
  }
}

const invalidKey = 'Invalid Key. Hot tip, you may be using the private key instead of the public key, or vice versa.';
const names: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
};

function refused(status: number, message: string | readonly string[]): VapiReply {
  return { status, body: { statusCode: status, message, error: names[status] ?? 'Error' } };
}

/** What a credential proves itself with is never given back. */
function shown(kind: VapiKind, resource: VapiResource): unknown {
  if (kind !== 'credential') return resource;
  const { authenticationPlan: _, ...told } = resource;
  return told;
}

/** The rules that are easily broken; the rest is for the description of the API. */
function faultsOf(kind: VapiKind, body: unknown): string[] {
  if (!isMembers(body)) return ['The body must be an object'];
  const { type, provider, name, function: own } = body;
  const faults: string[] = [];
  if (kind === 'tool' && typeof type !== 'string') faults.push('type must be a string');
  if (kind === 'tool' && type === 'function' && !toolName.test(String(isMembers(own) ? own.name : '')))
    faults.push('function.name must match /^[a-zA-Z0-9_-]{1,64}$/');
  if (kind === 'credential' && typeof provider !== 'string') faults.push('provider must be a string');
  if (typeof name === 'string' && name.length > 40) faults.push('name must be shorter than or equal to 40 characters');
  return faults;
}

const toolName = /^[a-zA-Z0-9_-]{1,64}$/;

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
