import { Module } from '@nestjs/common';
import { VoiceModule } from './voice.module.js';

/** What runs the jobs of voice. */
@Module({ imports: [VoiceModule] })
export class VoiceWorkerModule {}
