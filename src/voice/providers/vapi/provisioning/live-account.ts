import { z } from 'zod';

/** A tool as it stands at Vapi. Only what tells it apart is read; the rest is kept as it came. */
export interface LiveTool {
  readonly id: string;
  /** `function`, or that of a tool that Vapi runs itself. */
  readonly type: string;
  /** Of a function. */
  readonly name: string | null;
  /** Where Vapi asks for it. */
  readonly url: string | null;
  readonly createdAt: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** An assistant as it stands at Vapi. What is read of it is what its tools need; the rest is kept as it came. */
export interface LiveAssistant {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string | null;
  /** Whole: a change replaces all of it. Null where nobody has chosen one. */
  readonly model: Readonly<Record<string, unknown>> | null;
  readonly toolIds: readonly string[];
  /** What stands in the assistant itself: names of functions, and types of the rest. */
  readonly inlineTools: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What Vapi proves itself with; the secret in it is never told. */
export interface LiveCredential {
  readonly id: string;
  readonly provider: string;
  readonly name: string | null;
}

const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const id = z.string().min(1);
const named = z.object({ name: text });

export const toolReply = z.looseObject({ id, type: z.string(), createdAt: text }).transform((fields): LiveTool => {
  const own = named.safeParse(fields.function);
  const server = z.object({ url: text }).safeParse(fields.server);
  return {
    id: fields.id,
    type: fields.type,
    name: own.data?.name ?? null,
    url: server.data?.url ?? null,
    createdAt: fields.createdAt,
    fields,
  };
});

const modelTools = z.object({
  toolIds: z.array(z.string()).nullish().catch(null),
  tools: z
    .array(z.object({ type: text, function: named.nullish().catch(null) }).catch({ type: null, function: null }))
    .nullish()
    .catch(null),
});

export const assistantReply = z
  .looseObject({ id, name: text, createdAt: text, model: z.record(z.string(), z.unknown()).nullish() })
  .transform((fields): LiveAssistant => {
    const { model, name, createdAt } = fields;
    const { toolIds, tools } = modelTools.parse(model ?? {});
    const inlineTools = (tools ?? []).flatMap((tool) => tool.function?.name ?? tool.type ?? []);
    return { id: fields.id, name, createdAt, model: model ?? null, toolIds: toolIds ?? [], inlineTools, fields };
  });

export const credentialReply = z.object({ id, provider: z.string(), name: text }).readonly();
