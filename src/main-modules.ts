// Everything that declares settings, whichever process needs it.
import './app.module.js';
import './platform.module.js';
import './worker.module.js';
