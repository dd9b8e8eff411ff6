import { sentencesIn } from '../../conversation/sentences/sentences-in.js';
import { handOverSummary } from './provisioning/analysis-plan.js';

/**
 * How Vapi puts a caller through: whoever answers hears a summary first, and where nobody does, the caller comes back to
 * the assistant and may leave a message. It is the one mode that does both; after any other, a transfer that is not
 * answered ends the call. https://docs.vapi.ai/call-forwarding
 *
 * @param language BCP 47.
 */
export function handOverPlan(language: string) {
  return {
    mode: 'warm-transfer-experimental',
    summaryPlan: handOverSummary(language),
    fallbackPlan: { message: sentencesIn(language).nobody, endCallEnabled: false },
  } as const;
}
