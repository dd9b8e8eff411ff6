import { pathToFileURL } from 'node:url';
import { enterProject, ensureBuilt, ensureInstalled, fail } from './toolchain.mjs';

// Runs one of the built entry points, building first when the sources are newer: `run-built.mjs migrate`.
enterProject();
const [, , name] = process.argv;
if (!/^[a-z-]+$/.test(name ?? '')) fail('Name an entry point of dist/src, such as migrate.');
await ensureInstalled();
await ensureBuilt();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(`dist/src/${name}.js`).href);
