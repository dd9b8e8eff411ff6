import type { Ending, Scenario, Turn } from '../../caller/scenario.js';
import { isMembers, membersOf, textOf, type Members } from '../http/vapi-request.js';
import type { AssistantTools } from './assistant-tools.js';

/** What stands for a destination that a server is asked for when the time comes. */
export const askedDestination = 'asked';

const nativeTypes: Readonly<Record<string, string>> = {
  google_calendar_check_availability_tool: 'google.calendar.availability.check',
  google_calendar_tool: 'google.calendar.event.create',
};

/**
 * A scenario as this very assistant can play it: with the tools that it has, a transfer only where it may transfer, and
 * afterwards analysed as it wants its calls analysed.
 */
export function asAssistantPlays(scenario: Scenario, assistant: Members, tools: AssistantTools): Scenario {
  // Lost reports and names of another time are the server's lot, not this Vapi's.
  const { dialect: _, losesReport: _lost, ...rest } = scenario;
  return {
    ...rest,
    turns: scenario.turns.flatMap((turn) => playable(turn, tools)),
    ending: analysed(transferred(scenario.ending, tools), membersOf(assistant.analysisPlan)),
  };
}

function playable(turn: Turn, tools: AssistantTools): Turn[] {
  if ('ifHeard' in turn) {
    const [play, otherwise] = [turn.play, turn.otherwise ?? []].map((turns) =>
      turns.flatMap((each) => playable(each, tools)),
    );
    return [{ ...turn, play: play ?? [], otherwise: otherwise ?? [] }];
  }
  if ('uses' in turn) return tools.functions.has(turn.uses) ? [turn] : [];
  if ('usesNative' in turn) return tools.types.has(nativeTypes[turn.usesNative] ?? '') ? [turn] : [];
  return [turn];
}

function transferred(ending: Ending, { transfer }: AssistantTools): Ending {
  const { transferTo, ...stays } = ending;
  if (transferTo === undefined) return ending;
  if (!transfer) return { ...stays, reason: 'customer-ended-call' };
  const [destination] = Array.isArray(transfer.destinations) ? transfer.destinations.filter(isMembers) : [];
  const to = textOf(destination?.type === 'sip' ? destination.sipUri : destination?.number);
  const mode = textOf(membersOf(destination?.transferPlan).mode);
  return { ...ending, transferTo: to ?? askedDestination, ...(mode !== undefined && { transferMode: mode }) };
}

/** Summary and evaluation are made unless somebody does not want them, structured data if somebody wants them. */
function analysed(ending: Ending, plan: Members): Ending {
  const { summary, succeeded, satisfaction, structuredData, ...rest } = ending;
  const [summaryPlan, successPlan, dataPlan] = [
    membersOf(plan.summaryPlan),
    membersOf(plan.successEvaluationPlan),
    membersOf(plan.structuredDataPlan),
  ];
  const asked = dataPlan.enabled === true ? membersOf(membersOf(dataPlan.schema).properties) : null;
  return {
    ...rest,
    ...(summary !== undefined && summaryPlan.enabled !== false && { summary }),
    ...(succeeded !== undefined && successPlan.enabled !== false && { succeeded }),
    ...(satisfaction !== undefined && asked && 'satisfaction' in asked && { satisfaction }),
    ...(structuredData !== undefined && asked && { structuredData: only(structuredData, asked) }),
  };
}

function only(data: NonNullable<Ending['structuredData']>, asked: Members): NonNullable<Ending['structuredData']> {
  const pick = (found: Members) => Object.fromEntries(Object.entries(found).filter(([name]) => name in asked));
  return typeof data === 'function' ? (playing) => pick(data(playing)) : pick(data);
}
