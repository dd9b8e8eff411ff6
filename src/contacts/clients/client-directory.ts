import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { ClientNotFound } from '../contacts.errors.js';
import { ClientRepository } from './client.repository.js';

/** A client as other modules see it. */
export interface KnownClient {
  id: string;
  name: string;
  email: string | null;
  createdAt: Date;
}

const mostClients = 1_000;

/** Whom assistants answer for. */
@Injectable()
export class ClientDirectory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clients: ClientRepository,
  ) {}

  /** The client of that name in the workspace, whatever the case; an address given replaces the one known. */
  findOrCreate(ctx: RequestContext, client: { name: string; email?: string | null | undefined }): Promise<KnownClient> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const id = await this.clients.upsertByName(tx, client.name, client.email ?? null);
      return this.require(tx, id);
    });
  }

  /** @throws ClientNotFound */
  require(ctx: RequestContext, id: string): Promise<KnownClient> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const client = await this.clients.findById(tx, id);
      if (!client) throw new ClientNotFound(id);
      return client;
    });
  }

  /** Those that the context may see, in no order. */
  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<KnownClient[]> {
    return this.unitOfWork.run(ctx, (tx) => this.clients.findByIds(tx, ids));
  }

  /** The ids of those whose name holds the words, whatever accents and case; at most a thousand. */
  search(ctx: RequestContext, words: string): Promise<string[]> {
    return this.unitOfWork.run(ctx, (tx) => this.clients.findIdsByName(tx, words, mostClients));
  }

  /** By name; the first thousand. */
  list(ctx: RequestContext): Promise<KnownClient[]> {
    return this.unitOfWork.run(ctx, (tx) => this.clients.findAll(tx, mostClients));
  }

  /** @throws ClientNotFound */
  setEmail(ctx: RequestContext, id: string, email: string | null): Promise<KnownClient> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.clients.setEmail(tx, id, email);
      return this.require(tx, id);
    });
  }
}
