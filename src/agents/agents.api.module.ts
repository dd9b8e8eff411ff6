import { Module } from '@nestjs/common';
import { AgentsModule } from './agents.module.js';
import { AgentsResolver } from './agents.resolver.js';

@Module({ imports: [AgentsModule], providers: [AgentsResolver] })
export class AgentsApiModule {}
