import { Big } from 'big.js';
import { makeBill, type Bill, type BillLine } from '../../../calls/costs/bill.js';
import type { Fields } from './fields.js';

/** Vapi charges in dollars. */
const currency = 'USD';

/** The bill of a report: by its `costs`, else its `costBreakdown`, else its `cost` alone. */
export function readBill(report: Fields): Bill | undefined {
  const breakdown = report.at('costBreakdown');
  const items = report.list('costs').flatMap((item) => itemLine(item) ?? []);
  const lines = items.length > 0 ? items : breakdownLines(breakdown);
  const total = report.number('cost') ?? breakdown.number('total');
  if (lines.length === 0 && total === undefined) return undefined;
  return makeBill(currency, lines, total === undefined ? undefined : new Big(total));
}

function itemLine(item: Fields): BillLine | undefined {
  const cost = item.number('cost');
  if (cost === undefined) return undefined;
  return { source: item.text('type', 60) ?? 'other', ...usageOf(item), amount: decimal(cost) };
}

function usageOf(item: Fields): Pick<BillLine, 'quantity' | 'unit'> {
  if (item.has('minutes')) return usage(item, 'minute', ['minutes']);
  if (item.has('characters')) return usage(item, 'character', ['characters']);
  return usage(item, 'token', tokenCounts);
}

const tokenCounts = [
  'promptTokens',
  'completionTokens',
  'promptTextTokens',
  'promptAudioTokens',
  'completionTextTokens',
  'completionAudioTokens',
];

function usage(item: Fields, unit: 'minute' | 'token' | 'character', keys: readonly string[]) {
  const counts = keys.flatMap((key) => item.number(key) ?? []);
  if (counts.length === 0) return { quantity: null, unit: null };
  return { quantity: counts.reduce((sum, count) => sum.plus(count), new Big(0)).toFixed(), unit };
}

/** The named parts of the older form; what they leave open becomes the line `other`. */
function breakdownLines(breakdown: Fields): BillLine[] {
  const analysis = breakdown.at('analysisCostBreakdown');
  const plain = (source: string, cost: number | undefined): BillLine[] =>
    cost === undefined || cost === 0 ? [] : [{ source, quantity: null, unit: null, amount: decimal(cost) }];
  return [
    ...plain('transport', breakdown.number('transport')),
    ...plain('transcriber', breakdown.number('stt')),
    ...plain('model', breakdown.number('llm')).map((line) => ({
      ...line,
      ...usage(breakdown, 'token', ['llmPromptTokens', 'llmCompletionTokens']),
    })),
    ...plain('voice', breakdown.number('tts')).map((line) => ({
      ...line,
      ...usage(breakdown, 'character', ['ttsCharacters']),
    })),
    ...plain('vapi', breakdown.number('vapi')),
    ...plain('chat', breakdown.number('chat')),
    ...analysisKinds.flatMap((kind) => plain('analysis', analysis.number(kind))),
    ...plain('voicemail-detection', breakdown.number('voicemailDetectionCost')),
    ...plain('knowledge-base', breakdown.number('knowledgeBaseCost')),
  ];
}

const analysisKinds = ['summary', 'structuredData', 'successEvaluation', 'structuredOutput'];

/** The shortest decimal that is this number, as JSON wrote it. */
function decimal(number: number): string {
  return new Big(number).toFixed();
}
