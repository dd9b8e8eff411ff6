import './diagnosis.personal-data.js';
import './diagnosis.sealed.js';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { WebhooksModule } from '../../webhooks/index.js';
import { LinesModule } from '../lines/lines.module.js';
import { ProvisioningModule } from '../provisioning/provisioning.module.js';
import { CallChecks } from './calls/call-checks.js';
import { ChainLines } from './chain-line.js';
import { Arrivals } from './database/arrivals.repository.js';
import { DatabaseChecks } from './database/database-checks.js';
import { DiagnosisParts } from './diagnosis-parts.js';
import { DiagnosisRepository } from './diagnosis.repository.js';
import { DiagnosisService } from './diagnosis.service.js';
import { MissingCalls } from './missing/missing-calls.js';
import { RepairMemory } from './repairs/repair-memory.js';
import { RepairsRepository } from './repairs/repairs.repository.js';
import { RepairsService } from './repairs/repairs.service.js';
import { ServerChecks } from './server/server-checks.js';
import { ServerDoor } from './server/server-door.js';
import { NumberRepairs } from './twilio/number-repairs.js';
import { TwilioChecks } from './twilio/twilio-checks.js';
import { TwilioReader } from './twilio/twilio-reader.js';
import { AssignmentRepairs } from './vapi/assignment-repairs.js';
import { AssistantRepairs } from './vapi/assistant-repairs.js';
import { ImportRepairs } from './vapi/import-repairs.js';
import { LiveWishes } from './vapi/live-wishes.js';
import { ToolsRepairs } from './vapi/tools-repairs.js';
import { VapiChecks } from './vapi/vapi-checks.js';
import { VapiReader } from './vapi/vapi-reader.js';

const checks = [TwilioChecks, VapiChecks, ServerChecks, DatabaseChecks, MissingCalls, CallChecks];
const readers = [ChainLines, TwilioReader, VapiReader, LiveWishes, ServerDoor, Arrivals];
const repairs = [NumberRepairs, AssistantRepairs, ToolsRepairs, AssignmentRepairs, ImportRepairs];
const services = [DiagnosisRepository, DiagnosisService, RepairsRepository, RepairsService];

/** Finds out where the way of a call is broken, and repairs it on request. */
@Module({
  imports: [DiscoveryModule, WebhooksModule, ProvisioningModule, LinesModule],
  providers: [...checks, ...readers, ...repairs, ...services, DiagnosisParts, RepairMemory],
  exports: services,
})
export class DiagnosisModule {}
