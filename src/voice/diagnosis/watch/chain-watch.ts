import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { Alerts } from '../../alerts/alerts.service.js';
import { toAssistantId } from '../../assistants/assistant-id.js';
import { AssistantNotFound } from '../../assistants/assistants.errors.js';
import type { Diagnosis } from '../diagnosis.js';
import { DiagnosisService } from '../diagnosis.service.js';

/** As far back as it is looked for a time when the chain was whole. */
const remembered = 100;

/** Tells owners when a chain that was whole breaks, and that it is whole again. */
@Injectable()
export class ChainWatch {
  constructor(
    private readonly diagnoses: DiagnosisService,
    private readonly alerts: Alerts,
  ) {}

  /** An assistant that was deleted meanwhile has no chain. */
  async look(ctx: RequestContext, assistantId: string): Promise<void> {
    const before = await this.diagnoses.newest(ctx, assistantId, remembered);
    try {
      const found = await this.diagnoses.diagnose(ctx, assistantId);
      const wasWhole = before.some(({ status }) => isWhole(status));
      if (isWhole(found.status)) await this.alerts.resolve(ctx, { kind: 'CHAIN_BROKEN', key: assistantId });
      else if (wasWhole) await this.alerts.raise(ctx, alertOf(found));
    } catch (error) {
      if (!(error instanceof AssistantNotFound)) throw error;
      await this.alerts.resolve(ctx, { kind: 'CHAIN_BROKEN', key: assistantId });
    }
  }
}

function isWhole(status: Diagnosis['status']): boolean {
  return status === 'PASS' || status === 'WARN';
}

function alertOf({ assistantId, checks }: Diagnosis) {
  const first = checks.find(({ status }) => status === 'FAIL');
  const where = first?.key ?? '';
  return {
    kind: 'CHAIN_BROKEN' as const,
    key: assistantId,
    targetId: toAssistantId(assistantId),
    message: {
      en: `Calls of an assistant no longer get through as they should: ${where} fails.`,
      fr: `Les appels d’un assistant n’aboutissent plus comme ils le devraient : ${where} échoue.`,
    },
    advice: first?.advice ?? {
      en: 'Run diagnoseConnection for this assistant.',
      fr: 'Lancez diagnoseConnection pour cet assistant.',
    },
  };
}
