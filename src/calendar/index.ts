export { CalendarApiModule } from './calendar.api.module.js';
export { CalendarModule } from './calendar.module.js';
export { CalendarWorkerModule } from './calendar.worker.module.js';
export { CalendarSetUp } from './set-up/calendar-set-up.js';
export { CalendarSetUpModule } from './set-up/calendar-set-up.module.js';
export { readSetUpCommand, type SetUpOptions } from './set-up/set-up-options.js';
