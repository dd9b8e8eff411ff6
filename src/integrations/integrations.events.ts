import { z } from 'zod';
import { defineEvent, defineTopic } from '../kernel/events/index.js';

/** A vendor no longer accepts a connection's sign-in, and a person has to sign in again. */
export const connectionExpired = defineEvent('integrations.connection-expired', z.object({ connectionId: z.uuid() }));

/** Something in a connection's row has changed. */
export const connectionChanged = defineTopic('integrations.connection', z.object({ connectionId: z.uuid() }));
