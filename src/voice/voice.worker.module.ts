import { Module } from '@nestjs/common';
import { ApplyRetentionProcessor } from './calls/retention/apply-retention.processor.js';
import { CallRetention } from './calls/retention/call-retention.js';
import { CallReconciler } from './providers/vapi/reconcile/call-reconciler.js';
import { DeploymentCallReader } from './providers/vapi/reconcile/deployment-call-reader.js';
import { ReconcileCallsProcessor } from './providers/vapi/reconcile/reconcile-calls.processor.js';
import { UnreportedCalls } from './providers/vapi/reconcile/unreported-calls.js';
import { VapiCallReader } from './providers/vapi/reconcile/vapi-call-reader.js';
import { CloseDroppedToolCallsProcessor } from './tools/dropped/close-dropped-tool-calls.processor.js';
import { DroppedToolCalls } from './tools/dropped/dropped-tool-calls.js';
import { VoiceModule } from './voice.module.js';

/** What runs the jobs of voice. */
@Module({
  imports: [VoiceModule],
  providers: [
    ReconcileCallsProcessor,
    CallReconciler,
    UnreportedCalls,
    ApplyRetentionProcessor,
    CallRetention,
    CloseDroppedToolCallsProcessor,
    DroppedToolCalls,
    { provide: VapiCallReader, useClass: DeploymentCallReader },
  ],
})
export class VoiceWorkerModule {}
