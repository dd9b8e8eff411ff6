export type { Access, Actor, RequestContext, Trace, Transaction } from './request-context.js';
export { deploymentWorkspaceId, systemContext, type SystemContextOptions } from './system-context.js';
export { continueTrace, newTrace, toTraceparent } from './trace.js';
export { fromJob, jobContextSchema, toJob, type JobContext } from './job-context.js';
export { timeOf, uuidv7 } from './ids.js';
