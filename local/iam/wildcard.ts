const compiled = new Map<string, RegExp>();

/** Whether `text` fits an IAM pattern, in which `*` stands for any run of characters and `?` for one. */
export function matchesWildcard(pattern: string, text: string): boolean {
  if (pattern === '*') return true;
  if (!/[*?]/.test(pattern)) return pattern === text;
  let expression = compiled.get(pattern);
  if (!expression) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, 's');
    compiled.set(pattern, expression);
  }
  return expression.test(text);
}

/** Action names do not depend on case. */
export function matchesAction(pattern: string, action: string): boolean {
  return matchesWildcard(pattern.toLowerCase(), action.toLowerCase());
}

/** ARN patterns are compared section by section, so that a `*` does not reach over a colon of the first five. */
export function matchesArn(pattern: string, arn: string): boolean {
  const wanted = sections(pattern);
  const found = sections(arn);
  return wanted.every((section, index) => matchesWildcard(section, found[index] ?? ''));
}

function sections(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
