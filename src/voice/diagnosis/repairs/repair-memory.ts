import { Injectable } from '@nestjs/common';
import { Envelope } from '../../../kernel/crypto/index.js';

/** Seals what stood there before a repair: a vendor’s settings may hold passwords. */
@Injectable()
export class RepairMemory {
  constructor(private readonly envelope: Envelope) {}

  seal(workspaceId: string, repairId: string, previous: unknown): string {
    return this.envelope.seal(JSON.stringify(previous ?? null), bindingOf(workspaceId, repairId));
  }

  open(workspaceId: string, repairId: string, sealed: string): unknown {
    return JSON.parse(this.envelope.open(sealed, bindingOf(workspaceId, repairId)).toString('utf8'));
  }
}

function bindingOf(workspaceId: string, repairId: string) {
  return { table: 'connection_repairs', workspaceId, recordId: repairId, field: 'previous' };
}
