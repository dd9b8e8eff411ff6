import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import type { Environment } from './config.js';

/** The environment of the process, completed by an `.env` file in the working folder where there is one. */
export function readEnvironment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env');
  return { ...process.env };
}
