import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts/alerts.module.js';
import { DiagnosisModule } from './diagnosis.module.js';
import { ChainWatch } from './watch/chain-watch.js';
import { WatchChainProcessor } from './watch/watch-chain.processor.js';
import { WatchChainsProcessor } from './watch/watch-chains.processor.js';

/** What watches the chains by itself. */
@Module({
  imports: [DiagnosisModule, AlertsModule],
  providers: [ChainWatch, WatchChainProcessor, WatchChainsProcessor],
})
export class DiagnosisWorkerModule {}
