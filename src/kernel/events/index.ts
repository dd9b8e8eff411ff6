export { defineEvent, OnEvent, type EventDefinition } from './event-definition.js';
export { Events } from './events.js';
export { EventsModule } from './events.module.js';
export { LiveEvents } from './live-events.js';
export { liveStream } from './live-stream.js';
export type { LiveSignal, ResyncReason } from './live-subscription.js';
export { defineTopic, liveEvent, type LiveEvent, type LiveTopic } from './live-topic.js';
export { RowFollower, type RowState } from './row-follower.js';
