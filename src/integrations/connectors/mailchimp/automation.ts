import { z } from 'zod';

export const workflowId = z
  .string()
  .regex(/^[A-Za-z0-9]{1,40}$/)
  .describe('id of list_automations');
