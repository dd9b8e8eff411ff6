import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/index.js';
import { WebhooksModule } from '../../webhooks/index.js';
import { TwilioAccounts } from '../providers/twilio/twilio-accounts.js';
import { VapiProvisioningModule } from '../providers/vapi/provisioning/vapi-provisioning.module.js';
import { AssistantLines } from './assistant-lines.js';
import { LineAssignments } from './line-assignments.js';
import { LineAssignment } from './line-assignment.service.js';
import { LineImport } from './line-import.service.js';
import { LineRelease } from './line-release.service.js';
import { LineRouter } from './line-router.js';
import { LineWork } from './line-work.js';
import { LinePurchase } from './purchase/line-purchase.service.js';
import { NumberOffers } from './purchase/number-offers.service.js';
import { TwilioLines } from './vendor/twilio-lines.js';
import { VapiLines } from './vendor/vapi-lines.js';

const services = [LineImport, LineAssignment, LineRelease, NumberOffers, LinePurchase, AssistantLines];

/** Telephone numbers, and what makes Twilio and Vapi agree on them; it needs the connections of the workspace. */
@Module({
  imports: [AccountsModule, WebhooksModule, VapiProvisioningModule],
  providers: [
    ...services,
    TwilioAccounts,
    LineWork,
    LineRouter,
    TwilioLines,
    VapiLines,
    { provide: LineAssignments, useExisting: AssistantLines },
  ],
  exports: [...services, TwilioAccounts, LineAssignments],
})
export class LinesModule {}
