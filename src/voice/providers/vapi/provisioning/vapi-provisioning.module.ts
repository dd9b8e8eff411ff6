import { Module } from '@nestjs/common';
import { VoiceModule } from '../../../voice.module.js';
import { VapiAccounts } from './vapi-accounts.js';

/** What brings assistants and their tools to Vapi; it needs the connections of the workspace, which calls do without. */
@Module({
  imports: [VoiceModule],
  providers: [VapiAccounts],
  exports: [VoiceModule, VapiAccounts],
})
export class VapiProvisioningModule {}
