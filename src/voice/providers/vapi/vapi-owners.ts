import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { systemContext } from '../../../kernel/context/index.js';
import { VoiceAssistants } from '../../assistants/voice-assistants.js';
import type { CallKeys } from '../../calls/merge/project-call.js';

type Keys = Pick<CallKeys, 'vapiAssistantId' | 'vapiPhoneNumberId'>;

/** A new assistant's calls find it this much later at most. */
const lifetimeMs = 5_000;

/** Which workspace an event on the deployment's endpoint belongs to: the assistant's, else the phone number's. */
@Injectable()
export class VapiOwners {
  readonly #known = new LRUCache<string, { workspaceId: string | null }>({ max: 10_000, ttl: lifetimeMs });
  readonly #asked = new Map<string, Promise<string | null>>();

  constructor(private readonly assistants: VoiceAssistants) {}

  /** Answers at once what it has been asked within the last seconds, unknown owners included. */
  workspaceOf(keys: Keys): string | null | Promise<string | null> {
    if (keys.vapiAssistantId === null && keys.vapiPhoneNumberId === null) return null;
    const key = JSON.stringify([keys.vapiAssistantId, keys.vapiPhoneNumberId]);
    const known = this.#known.get(key);
    if (known) return known.workspaceId;
    const asked = this.#asked.get(key) ?? this.ask(key, keys).finally(() => this.#asked.delete(key));
    this.#asked.set(key, asked);
    return asked;
  }

  private async ask(key: string, { vapiAssistantId, vapiPhoneNumberId }: Keys): Promise<string | null> {
    const ctx = systemContext({ actor: 'voice.vapi-owners', access: 'intake' });
    const list = (id: string | null) => (id === null ? [] : [id]);
    const owners = await this.assistants.ownersOf(ctx, list(vapiAssistantId), list(vapiPhoneNumberId));
    const owner = owners.byAssistant.get(vapiAssistantId ?? '') ?? owners.byPhoneNumber.get(vapiPhoneNumberId ?? '');
    const workspaceId = owner?.workspaceId ?? null;
    this.#known.set(key, { workspaceId });
    return workspaceId;
  }
}
