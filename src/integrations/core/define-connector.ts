import type { AgentShare, Connector } from './connector.js';

/** What is wrong with a declaration; the boot and the tests stop at it. */
export class ConnectorFault extends Error {}

const keyPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const actionPattern = /^[a-z]+(_[a-z0-9]+)+$/;

/**
 * Declares a connector: `connectors/<key>/<key>.connector.ts` exports it, and nothing else has to be edited.
 *
 * @throws ConnectorFault when the declaration contradicts itself.
 */
export function defineConnector(connector: Connector): Connector {
  const { key, agents, auth } = connector;
  const assert = (holds: boolean, what: string) => {
    if (!holds) throw new ConnectorFault(`Connector "${key}": ${what}.`);
  };
  assert(keyPattern.test(key), 'its key is not in kebab-case');
  assert(connector.setupSteps.length > 0, 'it does not say how to get the credentials');
  assert(unique(auth.map((mode) => mode.key)), 'two of its ways in have the same key');
  for (const { key: mode, fields } of auth) {
    assert(unique(fields.map((field) => field.key)), `two fields of "${mode}" have the same key`);
    assert(
      fields.every((field) => !field.strict || field.pattern !== undefined || field.choices !== undefined),
      `a strict field of "${mode}" has no pattern`,
    );
  }
  for (const [agent, share] of Object.entries(agents)) {
    for (const fault of faultsOfShare(share)) assert(false, `${fault}, for ${agent}`);
  }
  return connector;
}

function faultsOfShare({ actions, capabilities }: AgentShare): string[] {
  const faults: string[] = [];
  if (!unique(actions.map(({ key }) => key))) faults.push('an action is listed twice');
  if (!unique(capabilities.map(({ key }) => key))) faults.push('a capability is listed twice');
  for (const { key } of actions)
    if (!actionPattern.test(key)) faults.push(`the action "${key}" is not named verb_noun`);
  for (const capability of capabilities) {
    const strangers = capability.actions.filter((action) => !actions.includes(action));
    if (strangers.length > 0)
      faults.push(`the capability "${capability.key}" names actions that the agent is not given`);
  }
  return faults;
}

function unique(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length;
}
