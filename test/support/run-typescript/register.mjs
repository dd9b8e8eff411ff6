import { register } from 'node:module';

// Lets a child process of a test run TypeScript as it stands: node --import ./register.mjs file.ts
register('./hooks.mjs', import.meta.url);
