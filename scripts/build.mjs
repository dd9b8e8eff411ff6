import { enterProject, ensureBuilt, ensureInstalled } from './toolchain.mjs';

enterProject();
await ensureInstalled();
await ensureBuilt();
