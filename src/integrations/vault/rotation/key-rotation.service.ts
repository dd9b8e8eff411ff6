import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../kernel/auth/index.js';
import { Config } from '../../../kernel/config/index.js';
import { systemContext, uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { cryptoConfig, sealedColumns } from '../../../kernel/crypto/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { Jobs } from '../../../kernel/queue/index.js';
import { KeyRotationRepository, type KeyRotation } from './key-rotation.repository.js';
import { rotateKeysJob } from './rotate-keys.job.js';

/** One master key and how much still stands under it. */
export interface KeyUse {
  id: string;
  /** Seals what is stored from now on. */
  current: boolean;
  /** In the ring of this process; what stands under another key cannot be opened. */
  known: boolean;
  sealedValues: number;
}

/** Changing master keys while everything goes on: see docs/operations.md for the whole procedure. */
@Injectable()
export class KeyRotations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: KeyRotationRepository,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
    private readonly config: Config,
  ) {}

  /** @param withDataKeys Whether each value is sealed anew under a fresh data key, not only its data key wrapped anew. */
  async start(ctx: RequestContext, withDataKeys: boolean): Promise<KeyRotation> {
    const { current } = this.config.get(cryptoConfig).keyRing;
    const vault = vaultContext(ctx);
    const rotation = await this.unitOfWork.run(vault, (tx) =>
      this.repository.insert(tx, { id: uuidv7(), keyId: current.id, withDataKeys }),
    );
    await this.unitOfWork.run(systemTenant(ctx), (tx) =>
      this.audit.record(tx, { action: 'keys.rotated', details: { key: current.id, withDataKeys } }),
    );
    await this.jobs.add(systemTenant(ctx), rotateKeysJob, { rotationId: rotation.id });
    return rotation;
  }

  list(ctx: RequestContext): Promise<KeyRotation[]> {
    return this.unitOfWork.run(vaultContext(ctx), (tx) => this.repository.listAcrossTenants(tx));
  }

  /** Every key that is known or in use, the current one first. */
  async uses(ctx: RequestContext): Promise<KeyUse[]> {
    const { current, ids } = this.config.get(cryptoConfig).keyRing;
    const counts = new Map<string, number>(ids.map((id) => [id, 0]));
    await this.unitOfWork.run(vaultContext(ctx), async (tx) => {
      for (const column of sealedColumns()) {
        for (const [id, count] of await this.repository.useAcrossTenants(tx, column)) {
          counts.set(id, (counts.get(id) ?? 0) + count);
        }
      }
    });
    return [...counts].map(([id, sealedValues]) => ({
      id,
      current: id === current.id,
      known: ids.includes(id),
      sealedValues,
    }));
  }
}

export function vaultContext(ctx: RequestContext): RequestContext {
  return { ...ctx, access: 'vault', tx: undefined };
}

/** What concerns the whole deployment is recorded in its own workspace, by whoever does it. */
function systemTenant(ctx: RequestContext): RequestContext {
  const { workspaceId } = systemContext({ actor: 'integrations.rotation' });
  return { ...ctx, workspaceId, access: 'tenant', tx: undefined };
}
