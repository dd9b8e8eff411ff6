import { pathToFileURL } from 'node:url';
import { enterProject, ensureBuilt, ensureInstalled } from './toolchain.mjs';

enterProject();
await ensureInstalled();
await ensureBuilt();

// In this very process: signals, exit code and memory are then those of the server itself.
process.setSourceMapsEnabled(true);
const main = 'dist/src/main.js';
process.argv[1] = main;
await import(pathToFileURL(main).href);
