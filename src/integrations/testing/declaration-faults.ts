import { z } from 'zod';
import type { LocalizedText } from '../../kernel/errors/index.js';
import type { CredentialField } from '../core/credential-field.js';
import type { Connector } from '../core/connector.js';
import type { Action } from '../core/define-action.js';

const agents = ['soshie', 'cassie', 'seomi', 'dexter', 'buddy', 'emmie', 'penn'];
const secretName = /(secret|token|password|apikey|json)$/i;

/** What a connector's declaration lacks for users and agents to work with it. */
export function declarationFaults(connector: Connector): string[] {
  const { name, documentationUrl, updatedOn, hosts, bases, auth } = connector;
  const actions = [...new Set(Object.values(connector.agents).flatMap((share) => share.actions))];
  const capabilities = Object.values(connector.agents).flatMap((share) => share.capabilities);
  const texts: [string, LocalizedText | undefined][] = [
    ['category', connector.category],
    ['description', connector.description],
    ['leastPrivilege', connector.leastPrivilege],
    ...connector.setupSteps.map((step, index): [string, LocalizedText] => [`setupSteps[${index}]`, step]),
    ...auth.map((mode): [string, LocalizedText] => [mode.key, mode.label]),
    ...auth
      .flatMap(({ fields }) => fields)
      .flatMap((field): [string, LocalizedText | undefined][] => [
        [field.key, field.label],
        ...(field.help ? [[field.key, field.help] satisfies [string, LocalizedText]] : []),
      ]),
    ...actions.map((action): [string, LocalizedText] => [action.key, action.description]),
    ...capabilities.flatMap(({ key, label, note }): [string, LocalizedText][] => [
      [key, label],
      ...(note ? [[key, note] satisfies [string, LocalizedText]] : []),
    ]),
  ];
  return [
    ...(name ? [] : ['no name']),
    ...texts.flatMap(([place, text]) => (text?.en.trim() && text.fr.trim() ? [] : [`${place} lacks a language`])),
    ...(documentationUrl.startsWith('https://') ? [] : ['documentationUrl is not https']),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(updatedOn) ? [] : ['updatedOn is no date']),
    ...(hosts.length > 0 && hosts.every((host) => host.includes('.')) ? [] : ['hosts are not hosts']),
    ...Object.entries(bases).flatMap(([key, base]) =>
      typeof base === 'string' && !base.startsWith('https://') ? [`base ${key} is not https`] : [],
    ),
    ...auth.flatMap(({ fields }) => fields.flatMap(faultsOfField)),
    ...Object.keys(connector.agents).flatMap((agent) => (agents.includes(agent) ? [] : [`there is no agent ${agent}`])),
    ...actions.flatMap(faultsOfAction),
    ...capabilities.flatMap(({ key, status, evidenceUrl, note, actions: live }) =>
      status === 'LIVE'
        ? live.length > 0
          ? []
          : [`${key} has no action`]
        : note && evidenceUrl
          ? []
          : [`${key} is not proved`],
    ),
  ];
}

function faultsOfField({ key, secret }: CredentialField): string[] {
  return secretName.test(key) && !secret ? [`${key} is not marked as secret`] : [];
}

function faultsOfAction({ key, input, output }: Action): string[] {
  const schemas = [z.toJSONSchema(input, { io: 'input' }), z.toJSONSchema(output, { unrepresentable: 'any' })];
  return schemas.flatMap(({ type }) => (type === 'object' ? [] : [`${key}: input and output have to be objects`]));
}
