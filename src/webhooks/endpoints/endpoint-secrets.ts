import { Injectable } from '@nestjs/common';
import { Secret } from '../../kernel/config/index.js';
import { Envelope } from '../../kernel/crypto/index.js';
import type { EndpointRow } from './endpoint.repository.js';

/** Seals and opens the secrets of endpoints. */
@Injectable()
export class EndpointSecrets {
  constructor(private readonly envelope: Envelope) {}

  seal(workspaceId: string, endpointId: string, secret: string): string {
    return this.envelope.seal(secret, binding(workspaceId, endpointId));
  }

  /** The live secrets, newest first: the previous one counts while its overlap lasts. */
  liveSecrets(
    row: Pick<EndpointRow, 'id' | 'workspaceId' | 'secret' | 'previousSecret' | 'previousValidUntil'>,
  ): Secret[] {
    const overlaps = row.previousValidUntil !== null && row.previousValidUntil.getTime() > Date.now();
    const sealed = overlaps && row.previousSecret !== null ? [row.secret, row.previousSecret] : [row.secret];
    return sealed.map(
      (value) => new Secret(this.envelope.open(value, binding(row.workspaceId, row.id)).toString('utf8')),
    );
  }
}

function binding(workspaceId: string, endpointId: string) {
  return { table: 'webhook_endpoints', workspaceId, recordId: endpointId, field: 'secret' };
}
