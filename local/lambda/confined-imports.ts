import { isBuiltin, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

// The Node runtime of Lambda ships the AWS SDK; a bundle may leave it out, and nothing else.
const runtimePackages = /^@(?:aws-sdk|smithy)\//;

/**
 * Makes imports of the bundle behave as on Lambda: a package that is neither bundled nor part of the runtime is not
 * found, although the repository's `node_modules` is further up the tree.
 */
export function confineImports(codeDirectory: string): void {
  const home = pathToFileURL(`${codeDirectory}/`).href;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isPackage = !/^(?:[./]|file:|node:|data:)/.test(specifier) && !isBuiltin(specifier);
      if (!isPackage || !context.parentURL?.startsWith(home)) return nextResolve(specifier, context);
      if (runtimePackages.test(specifier)) {
        return nextResolve(specifier, { ...context, parentURL: import.meta.url });
      }
      const resolved = nextResolve(specifier, context);
      if (resolved.url.startsWith(home)) return resolved;
      throw new Error(
        `Cannot find package '${specifier}': it is not in the bundle, and Lambda would not find it either`,
      );
    },
  });
}
