import { z } from 'zod';
import { defineEvent, defineTopic } from '../kernel/events/index.js';

/** A vendor no longer accepts a connection's sign-in, and a person has to sign in again. */
export const connectionExpired = defineEvent('integrations.connection-expired', z.object({ connectionId: z.uuid() }));

/** Somebody has entered credentials for a connection, or signed in for it. */
export const connectionConfigured = defineEvent(
  'integrations.connection-configured',
  z.object({
    connectionId: z.uuid(),
    integrationId: z.string(),
    /** Null for a connection of the workspace itself. */
    agentId: z.string().nullable(),
  }),
);
export type ConnectionConfigured = z.infer<(typeof connectionConfigured)['payload']>;

/** Something in a connection's row has changed. */
export const connectionChanged = defineTopic('integrations.connection', z.object({ connectionId: z.uuid() }));
