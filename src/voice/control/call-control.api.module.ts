import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/index.js';
import { TurnStore } from '../conversation/turn-store.js';
import { LinesModule } from '../lines/lines.module.js';
import { PhoneLineRepository } from '../lines/phone-line.repository.js';
import { VapiProvisioningModule } from '../providers/vapi/provisioning/vapi-provisioning.module.js';
import { CallControlResolver } from './call-control.resolver.js';
import { CallControls } from './call-controls.js';
import { LiveCallControl } from './live-call-control.service.js';
import { TestCalls } from './test-calls/test-calls.service.js';
import { TransferTwiml } from './twilio/transfer-twiml.js';
import { TwilioCallControl } from './twilio/twilio-call-control.js';
import { ControlLine } from './vapi/control-line.js';
import { VapiCallControl } from './vapi/vapi-call-control.js';

/** Test calls, and what people do in calls that go on; it needs the connections of the workspace. */
@Module({
  imports: [AccountsModule, VapiProvisioningModule, LinesModule],
  providers: [
    CallControlResolver,
    LiveCallControl,
    CallControls,
    VapiCallControl,
    TwilioCallControl,
    TransferTwiml,
    TurnStore,
    ControlLine,
    TestCalls,
    PhoneLineRepository,
  ],
})
export class CallControlApiModule {}
