import { Module } from '@nestjs/common';
import { VapiProvisioningModule } from '../../voice/index.js';
import { CalendarModule } from '../calendar.module.js';
import { CalComSetUp } from './cal-com-set-up.js';
import { CalendarSetUp } from './calendar-set-up.js';
import { SetUpAssistants } from './set-up-assistants.js';
import { SetUpScopes } from './set-up-scope.js';
import { VapiSetUp } from './vapi-set-up.js';

/** The command that sets the calendar up; no process that runs for long needs it. */
@Module({
  imports: [CalendarModule, VapiProvisioningModule],
  providers: [SetUpScopes, SetUpAssistants, CalComSetUp, VapiSetUp, CalendarSetUp],
  exports: [CalendarSetUp],
})
export class CalendarSetUpModule {}
