import { constantTimeEqual } from '../../kernel/crypto/index.js';
import type { NewCalls } from './calls/new-call.js';
import { isMembers, refused, type VapiReply, type VapiRequest } from './http/vapi-request.js';
import type { PhoneNumbers } from './phone-numbers/phone-numbers.js';
import { faultsOf } from './resources/faults-of.js';
import { pageOf } from './resources/page-of.js';
import { vapiKinds, type VapiKind, type VapiResource, type VapiStore } from './vapi-store.js';

export interface VapiRules {
  readonly apiKey: string;
  /** Requests that the key may not make: they get 403. */
  readonly forbids: (request: Pick<VapiRequest, 'method' | 'path'>) => boolean;
  /** False for an API without credentials, which its description does not have. */
  readonly hasCredentials: boolean;
}

export interface VapiDesks {
  readonly store: VapiStore;
  readonly phoneNumbers: PhoneNumbers;
  readonly calls: NewCalls;
}

/** Answers as Vapi does: https://docs.vapi.ai/api-reference */
export class VapiRoutes {
  constructor(
    private readonly desks: VapiDesks,
    private readonly rules: VapiRules,
  ) {}

  async answer(request: VapiRequest): Promise<VapiReply> {
    const { forbids } = this.rules;
    if (!this.isKeyOf(request)) return refused(401, invalidKey);
    if (forbids(request)) return refused(403, 'This key may not do that.');
    const [, kind, id, ...rest] = request.path.split('/');
    const known = vapiKinds.find((each) => each === kind);
    const isThere = known !== undefined && rest.length === 0 && (known !== 'credential' || this.rules.hasCredentials);
    if (!isThere) return refused(404, `Cannot ${request.method} ${request.path}`);
    return id === undefined ? this.all(known, request) : this.one(known, id, request);
  }

  isKeyOf({ authorization }: Pick<VapiRequest, 'authorization'>): boolean {
    return constantTimeEqual(authorization ?? '', `Bearer ${this.rules.apiKey}`);
  }

  private async all(kind: VapiKind, { method, path, query, body }: VapiRequest): Promise<VapiReply> {
    const { store, calls, phoneNumbers } = this.desks;
    if (method === 'GET') {
      const page = pageOf(kind, store.list(kind), query);
      return 'status' in page ? page : { status: 200, body: page.map((each) => shown(kind, each)) };
    }
    if (method !== 'POST') return refused(404, `Cannot ${method} ${path}`);
    if (kind === 'call') return calls.order(body);
    const faults = faultsOf(kind, body);
    if (faults.length > 0 || !isMembers(body)) return refused(400, faults);
    if (kind === 'phone-number') return phoneNumbers.add(body);
    return { status: 201, body: shown(kind, store.add(kind, body)) };
  }

  private one(kind: VapiKind, id: string, { method, path, body }: VapiRequest): VapiReply {
    const { store } = this.desks;
    const known = store.find(kind, id);
    if (!known) return refused(404, `Couldn't get ${kind} with id ${id}.`);
    if (method === 'GET') return { status: 200, body: shown(kind, known) };
    if (method === 'DELETE') return { status: 200, body: shown(kind, store.remove(kind, id) ?? known) };
    if (method !== 'PATCH') return refused(404, `Cannot ${method} ${path}`);
    return this.change(kind, known, body);
  }

  private change(kind: VapiKind, known: VapiResource, body: unknown): VapiReply {
    const faults = faultsOf(kind, { ...known, ...(isMembers(body) ? body : {}) });
    if (faults.length > 0 || !isMembers(body)) return refused(400, faults);
    if (kind === 'phone-number') return this.desks.phoneNumbers.change(known, body);
    const { name } = body;
    const changes = kind === 'call' ? { name } : body;
    return { status: 200, body: shown(kind, this.desks.store.change(kind, known.id, changes) ?? known) };
  }
}

const invalidKey = 'Invalid Key. Hot tip, you may be using the private key instead of the public key, or vice versa.';

/** What a credential proves itself with is never given back; a number's keys are. */
function shown(kind: VapiKind, resource: VapiResource): unknown {
  if (kind !== 'credential') return resource;
  const { authenticationPlan: _, ...told } = resource;
  return told;
}
