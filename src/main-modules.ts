/** Everything that declares settings, whichever process needs it. */
export { AppModule } from './app.module.js';
export { PlatformModule } from './platform.module.js';
export { WorkerModule } from './worker.module.js';
