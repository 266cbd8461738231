import { enableCompileCache } from 'node:module';

// Stripping and compiling the sources is half the time of a short command.
enableCompileCache();
const { run } = await import('./run.ts');

process.exitCode = await run(process.argv.slice(2));
// A stage that failed half-way may have left sockets or workers behind; the answer is out.
process.exit();
