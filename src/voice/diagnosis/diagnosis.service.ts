import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import type { Diagnosis } from './diagnosis.js';
import { DiagnosisNotFound } from './diagnosis.errors.js';
import { DiagnosisParts } from './diagnosis-parts.js';
import { DiagnosisRepository } from './diagnosis.repository.js';
import { examineChain, type CheckResult } from './examine-chain.js';
import { worst } from './finding.js';
import { RepairsRepository } from './repairs/repairs.repository.js';

/** Whoever asked waits. */
const limitMs = 10_000;
/** So that what was read can still be kept and told within the limit. */
const readingLimitMs = limitMs - 1_000;

/** Finds out where the way from a telephone number to the record of its calls is broken. It writes nowhere but here. */
@Injectable()
export class DiagnosisService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assistants: VoiceAssistants,
    private readonly parts: DiagnosisParts,
    private readonly diagnoses: DiagnosisRepository,
    private readonly repairs: RepairsRepository,
    private readonly log: AppLogger,
  ) {}

  /** @throws AssistantNotFound */
  async diagnose(ctx: RequestContext, assistantId: string): Promise<Diagnosis> {
    assertWorkspaceEntered(ctx);
    const assistant = await this.assistants.requireActive(ctx, assistantId);
    const chain = { ctx, assistant, signal: AbortSignal.timeout(readingLimitMs) };
    const onFault = (hop: string, error: unknown) => this.log.error('voice.diagnosis.check_failed', { hop, error });
    const results = await examineChain(chain, { checks: this.parts.checks, onFault });
    return this.keep(ctx, assistantId, results);
  }

  /** Newest first. */
  newest(ctx: RequestContext, assistantId: string, most: number): Promise<Diagnosis[]> {
    return this.unitOfWork.run(ctx, (tx) => this.diagnoses.newest(tx, assistantId, most));
  }

  /** @throws DiagnosisNotFound */
  async require(ctx: RequestContext, id: string): Promise<Diagnosis> {
    const known = await this.unitOfWork.run(ctx, (tx) => this.diagnoses.find(tx, id));
    if (!known) throw new DiagnosisNotFound(id);
    return known;
  }

  private keep(ctx: RequestContext, assistantId: string, results: readonly CheckResult[]): Promise<Diagnosis> {
    const checks = results.map(({ key, hop, finding: { repair: _, ...told } }) => ({ key, hop, ...told }));
    const status = worst(checks.map((check) => check.status));
    const diagnosis = { id: uuidv7(), assistantId, status, checks, checkedAt: new Date() };
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.diagnoses.keep(tx, diagnosis);
      for (const { key: checkKey, finding } of results) {
        const { repair } = finding;
        if (repair) await this.repairs.offer(tx, { ...repair, id: uuidv7(), diagnosisId: diagnosis.id, checkKey });
      }
      return diagnosis;
    });
  }
}
