// Runs before the modules: the content-security policy forbids making code from text, which zod would otherwise try once.
globalThis.__zod_globalConfig = { jitless: true };
