import type { z } from 'zod';
import { Config } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import {
  cryptoConfig,
  Envelope,
  sealedColumns,
  type SealBinding,
  type SealedColumn,
} from '../../../kernel/crypto/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../../kernel/queue/index.js';
import { AnotherKeyIsCurrent } from './key-rotation.errors.js';
import { KeyRotationRepository, type SealedCell } from './key-rotation.repository.js';
import { vaultContext } from './key-rotation.service.js';
import { rotateKeysJob } from './rotate-keys.job.js';

const atMost = 200;

interface Tally {
  moved: number;
  failed: number;
}

/** Batch by batch, each in a transaction of its own, so that nobody waits longer than for one batch. */
@JobProcessor(rotateKeysJob)
export class RotateKeysProcessor implements JobHandler<z.output<(typeof rotateKeysJob)['payload']>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: KeyRotationRepository,
    private readonly envelope: Envelope,
    private readonly config: Config,
    private readonly log: AppLogger,
  ) {}

  async run(
    ctx: RequestContext,
    { rotationId }: z.output<(typeof rotateKeysJob)['payload']>,
    { signal }: Pick<JobMeta, 'signal'>,
  ): Promise<void> {
    const vault = vaultContext(ctx);
    const rotation = await this.unitOfWork.run(vault, (tx) => this.repository.find(tx, rotationId));
    if (!rotation || rotation.finishedAt) return;
    // A worker that has not been restarted yet would seal under the key that is to go.
    if (rotation.keyId !== this.config.get(cryptoConfig).keyRing.current.id)
      throw new AnotherKeyIsCurrent(rotation.keyId);
    const [startAt = '', startAfter = null] = rotation.doneTo ?? [];
    for (const column of sealedColumns().filter((each) => nameOf(each) >= startAt)) {
      let after: string | null = nameOf(column) === startAt ? startAfter : null;
      do {
        // The job runs again after a shutdown, from where it stood.
        signal.throwIfAborted();
        after = await this.batch(vault, { column, after, rotationId, withDataKeys: rotation.withDataKeys });
      } while (after !== null);
    }
    await this.unitOfWork.run(vault, (tx) => this.repository.finish(tx, rotationId));
  }

  /** @returns the key of the last row; null after the last batch. */
  private batch(
    ctx: RequestContext,
    task: { column: SealedColumn; after: string | null; rotationId: string; withDataKeys: boolean },
  ): Promise<string | null> {
    const { column, after, rotationId, withDataKeys } = task;
    return this.unitOfWork.run(ctx, async (tx) => {
      const cells = await this.repository.takeAcrossTenants(tx, column, { after, atMost });
      const tally: Tally = { moved: 0, failed: 0 };
      for (const cell of cells) {
        const value = this.moved(column, cell, { withDataKeys, tally });
        if (value === null) continue;
        await this.repository.replaceAcrossTenants(tx, column, { rowKey: cell.key, value });
      }
      const last = cells.at(-1)?.key;
      if (last === undefined) return null;
      await this.repository.progress(tx, rotationId, { ...tally, doneTo: [nameOf(column), last] });
      return cells.length < atMost ? null : last;
    });
  }

  /** @returns null when nothing in it has to move. */
  private moved(
    column: SealedColumn,
    { row, value }: SealedCell,
    how: { withDataKeys: boolean; tally: Tally },
  ): SealedCell['value'] | null {
    if (typeof value === 'string') return this.movedValue(value, column.binding(row, ''), how);
    const entries = Object.entries(value).map(([name, entry]) => {
      const sealed = this.movedValue(entry.sealed, column.binding(row, name), how);
      return { name, entry, sealed };
    });
    if (entries.every(({ sealed }) => sealed === null)) return null;
    return Object.fromEntries(
      entries.map(({ name, entry, sealed }) => [name, sealed === null ? entry : { ...entry, sealed }]),
    );
  }

  private movedValue(
    sealed: string,
    binding: SealBinding,
    { withDataKeys, tally }: { withDataKeys: boolean; tally: Tally },
  ): string | null {
    try {
      const next = withDataKeys
        ? this.envelope.seal(this.envelope.open(sealed, binding), binding)
        : this.envelope.rewrap(sealed, binding);
      if (next !== null) tally.moved += 1;
      return next;
    } catch (error) {
      // One value that does not open stays as it is, and keeps none of the others from moving.
      tally.failed += 1;
      this.log.error('vault.value_not_moved', { table: binding.table, recordId: binding.recordId, error });
      return null;
    }
  }
}

/** In the order in which the columns are gone through. */
function nameOf({ table, column }: SealedColumn): string {
  return `${table}.${column}`;
}
