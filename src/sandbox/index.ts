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
export type { Fault, FaultMatch, FaultPlan } from './calcom/faults/fault-plan.js';
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
export type { ChatMessage, ModelMove, ModelQuestion, ModelScript } from './openai/model-script.js';
export { ScriptedModel, type ScriptedModelOptions } from './openai/scripted-model.js';
export { openPlayedCalendar, subscribeServer, type PlayedCalendarOptions } from './played-calendar.js';
export { openPlayedModel } from './played-model.js';
export { openPlayedTelephone, type PlayedTelephone, type PlayedTelephoneOptions } from './played-telephone.js';
export { openPlayedVapi, type PlayedVapiOptions } from './played-vapi.js';
export { systemClock, type Clock } from './player/clock.js';
export { playCall, type PlayedCall, type PlayedEvent, type PlayOptions, type Speed } from './player/play-call.js';
export { proofHeaders, type Proof } from './player/proof.js';
export { WebhookSender, type Delivery, type WebhookSenderOptions } from './player/webhook-sender.js';
export { findScenario, scenarios } from './scenarios/scenarios.js';
export { startSandbox, type DemoAccess, type SandboxOptions } from './start-sandbox.js';
export type { CallTarget, DialogueLine, SentWebhook, TwilioCallOutcome } from './twilio/call/played-call.js';
export type {
  CallerReply,
  CallForVapi,
  DialledEnd,
  TakeCallAtVapi,
  TwilioPickUpOptions,
  TwilioRingOptions,
  TwilioScenario,
  WebhookMishaps,
} from './twilio/call/scenario.js';
export { twilioSignature } from './twilio/call/twilio-signature.js';
export type { TwilioReceived } from './twilio/http/twilio-request.js';
export type { IncomingNumber, NumberMembers } from './twilio/state/incoming-number.js';
export type { AccountSettings, TwilioAccount } from './twilio/state/twilio-account.js';
export { TwilioStandIn, type TwilioStandInOptions } from './twilio/twilio-stand-in.js';
export type { ControlRequest } from './vapi/calls/call-controls.js';
export {
  vapiVoiceUrl,
  type TwilioKeys,
  type TwilioNumberFields,
  type TwilioNumbers,
} from './vapi/phone-numbers/twilio-numbers.js';
export type { PlayedVapiCall, PlayOptionsOfCall, RingOptions } from './vapi/ringing/ring-options.js';
export { VapiStandIn, type VapiReceived, type VapiStandInOptions } from './vapi/vapi-stand-in.js';
export type { VapiKind, VapiResource } from './vapi/vapi-store.js';
