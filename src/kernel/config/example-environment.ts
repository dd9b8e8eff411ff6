import { declaredSlices, type Setting } from './define-config.js';

const heading = `# Every setting of the server, with what it means. Copy to .env and set what you need; what stays commented out has the
# default that its line tells. Written by "npm run env:example"; a test compares it with what the code declares.
`;

/** The text of `.env.example`: one block per module, one line per setting, never a value. */
export function exampleEnvironment(): string {
  const blocks = declaredSlices()
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, settings }) => [`\n## ${name}\n`, ...Object.values(settings).map(lineOf)].join('\n'));
  return `${[heading, ...blocks].join('\n')}\n`;
}

function lineOf({ name, alias, description, secret, requiredInProduction }: Setting): string {
  const notes = [
    requiredInProduction ? 'required in production' : undefined,
    secret ? 'secret' : undefined,
    alias === undefined ? undefined : `also ${alias}`,
  ].filter((note) => note !== undefined);
  return `# ${description}${notes.length > 0 ? ` [${notes.join(', ')}]` : ''}\n# ${name}=\n`;
}
