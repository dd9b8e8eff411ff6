import './agents.personal-data.js';
import { Module } from '@nestjs/common';
import { AgentRepository } from './agent.repository.js';
import { AgentsService } from './agents.service.js';

/** The seven specialists. */
@Module({ providers: [AgentRepository, AgentsService], exports: [AgentsService] })
export class AgentsModule {}
