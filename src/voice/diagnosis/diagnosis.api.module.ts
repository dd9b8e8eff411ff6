import { Module } from '@nestjs/common';
import { AssistantLoader } from '../calls/assistant-loader.js';
import { DiagnosisLists } from './diagnosis-lists.js';
import { DiagnosisModule } from './diagnosis.module.js';
import { DiagnosisResolver } from './diagnosis.resolver.js';

/** Diagnoses over GraphQL. */
@Module({
  imports: [DiagnosisModule],
  providers: [AssistantLoader, DiagnosisLists, DiagnosisResolver],
})
export class DiagnosisApiModule {}
