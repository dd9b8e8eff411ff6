import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import './main-modules.js';
import { exampleEnvironment } from './kernel/config/index.js';

/** `npm run env:example`: writes `.env.example` from what the modules declare. */
await writeFile('.env.example', exampleEnvironment());
