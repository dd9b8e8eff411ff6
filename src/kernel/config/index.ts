export { Config, ConfigurationFault, settingValue, type Environment } from './config.js';
export { ConfigModule } from './config.module.js';
export { declaredSlices, defineConfig, type ConfigSlice, type ConfigValues, type Setting } from './define-config.js';
export { runtimeConfig } from './runtime.config.js';
export { Secret } from './secret.js';
export { developmentEnvironment, developmentSecret } from './development-secrets.js';
export { readEnvironment } from './environment.js';
export { exampleEnvironment } from './example-environment.js';
