export { backoffPlan, type BackoffPlan } from './caller/backoff-plan.js';
export type { PageBooking, PageCancellation, PageMove } from './calcom/calcom-pages.js';
export { CalComStandIn, type BookingTruth, type CalComStandInOptions } from './calcom/calcom-stand-in.js';
export type {
  StandInBookingField,
  StandInEventType,
  StandInHost,
  StandInLocation,
  StandInSchedule,
} from './calcom/event-type.js';
export type { Fault, FaultMatch } from './calcom/faults/fault-plan.js';
export type { ReceivedRequest } from './calcom/http/received-requests.js';
export { leGourmetAccount, leGourmetEventTypes } from './calcom/le-gourmet-event-types.js';
export type { StandInAttendee, StandInBooking } from './calcom/state/booking.js';
export type { Deliver, LoggedDelivery, StandInDelivery } from './calcom/webhooks/delivery.js';
export type { CallOptions } from './caller/call-facts.js';
export { scriptCall, type CallEvent, type CallScript } from './caller/call-script.js';
export type { ServerMessageBody } from './caller/envelope.js';
export type { ToolAnswers } from './caller/history.js';
export type { CallState, Moment, ToolRequest } from './caller/moment.js';
export type { LineAssistant, PhoneLine } from './caller/phone-line.js';
export type { Ending, Playing, Scenario, Speaker, ToolCallShape, Turn } from './caller/scenario.js';
export { SeededDraw } from './caller/seeded-draw.js';
export { runDemo, type DemoRun } from './demo/run-demo.js';
export { demoQuery } from './demo-query.js';
export { leGourmet } from './le-gourmet.js';
export { leGourmetLine } from './le-gourmet-line.js';
export { openPlayedCalendar, subscribeServer, type PlayedCalendarOptions } from './played-calendar.js';
export { systemClock, type Clock } from './player/clock.js';
export { playCall, type PlayedCall, type PlayedEvent, type PlayOptions, type Speed } from './player/play-call.js';
export { proofHeaders, type Proof } from './player/proof.js';
export { WebhookSender, type Delivery, type WebhookSenderOptions } from './player/webhook-sender.js';
export { findScenario, scenarios } from './scenarios/scenarios.js';
export { startSandbox, type DemoAccess, type SandboxOptions } from './start-sandbox.js';
export { VapiStandIn, type VapiReceived, type VapiStandInOptions } from './vapi/vapi-stand-in.js';
