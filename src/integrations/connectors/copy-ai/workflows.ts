import { z } from 'zod';
import type { VendorSettings } from '../../core/vendor-client.js';
import { WorkflowNotChosen } from './workflow-not-chosen.js';

/** The API runs workflows that the customer built, and lists none of them, so the connection says which is for what. */
const purposes = ['generation', 'brainstorming', 'variations'] as const;
export type Purpose = (typeof purposes)[number];

const idShape = '[A-Z]{4}-[0-9A-Za-z-]{20,60}';

export const workflowIdPattern = new RegExp(`^${idShape}$`);
export const workflowIdsPattern = new RegExp(`^${idShape}(\\s*,\\s*${idShape}){0,19}$`);
export const workflowId = z.string().regex(workflowIdPattern).describe('Id of the workflow: list_workflows');
export const runId = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,80}$/)
  .describe('Id of the run');

/** Values of a workflow's own variables. */
export const workflowInputs = z.record(z.string().min(1).max(200), z.string().max(50_000));

export const idField = (purpose: Purpose) => `${purpose}WorkflowId`;
export const inputField = (purpose: Purpose) => `${purpose}Input`;

interface PurposeWorkflow {
  workflowId: string;
  /** The variable that takes what the action is given. */
  mainInput: string;
}

/** @throws WorkflowNotChosen where the connection names none for it. */
export function workflowFor(settings: VendorSettings, purpose: Purpose): PurposeWorkflow {
  const id = settings.optionalText(idField(purpose));
  if (id === undefined) throw new WorkflowNotChosen(idField(purpose));
  return { workflowId: id, mainInput: settings.text(inputField(purpose)) };
}

export function templateIds(settings: VendorSettings): string[] {
  return (settings.optionalText('templateWorkflowIds') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

interface ChosenWorkflow {
  purpose: Purpose | 'template';
  workflowId: string;
  mainInput: string | null;
}

/** All that the connection names. */
export function chosenWorkflows(settings: VendorSettings): ChosenWorkflow[] {
  const ofPurposes = purposes.flatMap((purpose): ChosenWorkflow[] => {
    const id = settings.optionalText(idField(purpose));
    return id === undefined ? [] : [{ purpose, workflowId: id, mainInput: settings.text(inputField(purpose)) }];
  });
  const templates = templateIds(settings).map((id): ChosenWorkflow => {
    return { purpose: 'template', workflowId: id, mainInput: null };
  });
  return [...ofPurposes, ...templates];
}
