import { Module } from '@nestjs/common';
import { CallReconciler } from './providers/vapi/reconcile/call-reconciler.js';
import { ReconcileCallsProcessor } from './providers/vapi/reconcile/reconcile-calls.processor.js';
import { UnreportedCalls } from './providers/vapi/reconcile/unreported-calls.js';
import { VapiCalls } from './providers/vapi/reconcile/vapi-calls.js';
import { VoiceModule } from './voice.module.js';

/** What runs the jobs of voice. */
@Module({
  imports: [VoiceModule],
  providers: [ReconcileCallsProcessor, CallReconciler, UnreportedCalls, VapiCalls],
})
export class VoiceWorkerModule {}
