import { Injectable } from '@nestjs/common';
import { ContactDirectory } from '../../../contacts/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { readKeys } from '../merge/project-call.js';
import type { CallChange } from '../merge/settle-call.js';
import { matchAssistants } from './assistant-match.js';
import type { RecordedCall } from './call-rows.js';

interface Changed {
  call: RecordedCall;
  change: CallChange;
}

export type Attributed<Call extends Changed> = Call & {
  assistantId: string | null;
  clientId: string | null;
  contactId: string | null;
};

/** Whose calls they are, and who called. */
@Injectable()
export class CallAttribution {
  constructor(private readonly contacts: ContactDirectory) {}

  async attribute<Call extends Changed>(ctx: RequestContext, changes: readonly Call[]): Promise<Attributed<Call>[]> {
    const assistantOf = await this.findAssistants(ctx, changes);
    const contactOf = await this.findContacts(ctx, changes);
    return changes.map((changed) => {
      const { id, ...known } = changed.call;
      const assistant = assistantOf(changed);
      const contactId = contactOf.get(id);
      return {
        ...changed,
        assistantId: assistant === undefined ? known.assistantId : (assistant?.id ?? null),
        clientId: assistant === undefined ? known.clientId : (assistant?.clientId ?? null),
        contactId: contactId === undefined ? known.contactId : contactId,
      };
    });
  }

  /** Undefined where nothing new is told, null where nobody here has declared the assistant. */
  private async findAssistants(ctx: RequestContext, changes: readonly Changed[]) {
    const open = new Set(
      changes.filter((changed) => lacks(changed, 'assistantId', ['assistant', 'phoneNumberId', 'line'])),
    );
    const keys = [...open].map(({ change }) => readKeys(change.evidence));
    const match = await matchAssistants(ctx, keys);
    return (changed: Changed) => (open.has(changed) ? (match(readKeys(changed.change.evidence)) ?? null) : undefined);
  }

  /** By call; null for callers who show no number, nothing for calls of which nothing new is told. */
  private async findContacts(ctx: RequestContext, changes: readonly Changed[]): Promise<Map<string, string | null>> {
    const open = changes.filter((changed) => lacks(changed, 'contactId', ['customer', 'customerName']));
    const contactOf = new Map<string, string | null>(open.map(({ call }) => [call.id, null]));
    const callers = open.flatMap(({ call, change }) => {
      const { contactNumber: value, contactName: name } = readKeys(change.evidence);
      return value === null ? [] : [{ callId: call.id, identity: { kind: 'phone' as const, value, name } }];
    });
    const identities = callers.map(({ identity }) => identity);
    const ids = identities.length === 0 ? [] : await this.contacts.findOrCreateByIdentities(ctx, identities);
    for (const [index, { callId }] of callers.entries()) contactOf.set(callId, ids[index] ?? null);
    return contactOf;
  }
}

/** Whether a call has nobody in this role yet, or a change tells anything new of who it is. */
function lacks({ call, change }: Changed, role: 'assistantId' | 'contactId', fields: readonly string[]): boolean {
  return call[role] === null || fields.some((field) => call.evidence[field]?.[2] !== change.evidence[field]?.[2]);
}
