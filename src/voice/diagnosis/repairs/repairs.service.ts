import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../../kernel/auth/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { toAssistantId } from '../../assistants/assistant-id.js';
import type { ConnectionRepairContract } from '../connection-repair.js';
import type { Diagnosis } from '../diagnosis.js';
import { RepairNotApplied, RepairNotFound } from '../diagnosis.errors.js';
import { DiagnosisParts } from '../diagnosis-parts.js';
import { DiagnosisService } from '../diagnosis.service.js';
import { RepairMemory } from './repair-memory.js';
import type { KeptRepair } from './repair.js';
import { RepairsRepository } from './repairs.repository.js';

/** Carries out what a diagnosis has offered, once somebody has agreed to it by name, and takes it back. */
@Injectable()
export class RepairsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly diagnoses: DiagnosisService,
    private readonly parts: DiagnosisParts,
    private readonly repairs: RepairsRepository,
    private readonly memory: RepairMemory,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * One after the other, in the order given; one that was made already is left. What fails ends it, and what was made before
   * that stays made.
   *
   * @returns what is found afterwards.
   * @throws DiagnosisNotFound, RepairNotFound, and what the vendor refuses, in its words.
   */
  async repair(ctx: RequestContext, diagnosisId: string, repairIds: readonly string[]): Promise<Diagnosis> {
    const { diagnosis, chosen } = await this.choose(ctx, diagnosisId, repairIds);
    for (const { repair, repairer } of chosen) if (repair.appliedAt === null) await this.apply(ctx, repair, repairer);
    await this.record(ctx, diagnosis, { action: 'connection.repaired', repairs: chosen.map(({ repair }) => repair) });
    return this.diagnoses.diagnose(ctx, diagnosis.assistantId);
  }

  /**
   * In the opposite order.
   *
   * @throws DiagnosisNotFound, RepairNotFound, RepairNotApplied, and what the vendor refuses.
   */
  async undo(ctx: RequestContext, diagnosisId: string, repairIds: readonly string[]): Promise<Diagnosis> {
    const { diagnosis, chosen } = await this.choose(ctx, diagnosisId, repairIds);
    if (chosen.some(({ repair }) => repair.appliedAt === null)) throw new RepairNotApplied();
    for (const { repair, repairer } of chosen.reverse()) {
      const previous = this.memory.open(ctx.workspaceId, repair.id, repair.previous ?? '');
      await repairer.undo(ctx, repair.target, previous);
      await this.unitOfWork.run(ctx, (tx) => this.repairs.noteUndone(tx, repair.id));
    }
    await this.record(ctx, diagnosis, {
      action: 'connection.repair_undone',
      repairs: chosen.map((each) => each.repair),
    });
    return this.diagnoses.diagnose(ctx, diagnosis.assistantId);
  }

  private async apply(ctx: RequestContext, { id, target }: KeptRepair, repairer: ConnectionRepairContract) {
    const previous = this.memory.seal(ctx.workspaceId, id, await repairer.read(ctx, target));
    await this.unitOfWork.run(ctx, (tx) => this.repairs.keepPrevious(tx, id, previous));
    await repairer.apply(ctx, target);
    await this.unitOfWork.run(ctx, (tx) => this.repairs.noteApplied(tx, id));
  }

  private async choose(ctx: RequestContext, diagnosisId: string, repairIds: readonly string[]) {
    assertWorkspaceEntered(ctx);
    const diagnosis = await this.diagnoses.require(ctx, diagnosisId);
    const offered = await this.unitOfWork.run(ctx, (tx) => this.repairs.ofDiagnoses(tx, [diagnosisId]));
    const chosen = [...new Set(repairIds)].map((id) => {
      const repair = offered.find((each) => each.id === id);
      const repairer = repair && this.parts.repairer(repair.kind);
      if (!repairer) throw new RepairNotFound(id);
      return { repair, repairer };
    });
    return { diagnosis, chosen };
  }

  private async record(ctx: RequestContext, { assistantId }: Diagnosis, { action, repairs }: Recorded): Promise<void> {
    const details = { checks: repairs.map(({ checkKey }) => checkKey) };
    await this.unitOfWork.run(ctx, (tx) =>
      this.audit.record(tx, { action, targetId: toAssistantId(assistantId), details }),
    );
  }
}

interface Recorded {
  action: string;
  repairs: readonly KeptRepair[];
}
