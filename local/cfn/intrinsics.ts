/** What a template's functions look up. Every look-up throws an error naming what is missing. */
export interface ResolutionScope {
  /** Value of `Ref`: a parameter, a pseudo parameter or a resource. `undefined` for `AWS::NoValue`. */
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, key: string, second: string): unknown;
  importValue(name: string): unknown;
}

type Intrinsic = (argument: unknown, scope: ResolutionScope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(text(name, 'Ref')),
  Condition: (name, scope) => scope.condition(text(name, 'Condition')),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, name] = Array.isArray(argument)
      ? list(argument, 'Fn::GetAtt')
      : splitOnce(text(argument, 'Fn::GetAtt'));
    return scope.attribute(text(logicalId, 'Fn::GetAtt'), text(resolve(name, scope), 'Fn::GetAtt'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, 'Fn::Join');
    return list(resolve(parts, scope), 'Fn::Join')
      .map((part) => text(part, 'Fn::Join'))
      .join(text(separator, 'Fn::Join'));
  },
  'Fn::Split': (argument, scope) => {
    const [separator, source] = list(argument, 'Fn::Split');
    return text(resolve(source, scope), 'Fn::Split').split(text(separator, 'Fn::Split'));
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(argument, 'Fn::Select');
    const chosen: unknown = list(resolve(values, scope), 'Fn::Select')[Number(resolve(index, scope))];
    if (chosen === undefined) throw new Error(`Fn::Select: no value at index ${JSON.stringify(index)}`);
    return chosen;
  },
  'Fn::Sub': (argument, scope) => {
    const [template, variables] = Array.isArray(argument) ? list(argument, 'Fn::Sub') : [argument, {}];
    return substitute(text(template, 'Fn::Sub'), resolve(variables, scope) as Record<string, unknown>, scope);
  },
  'Fn::If': (argument, scope) => {
    const [name, whenTrue, whenFalse] = list(argument, 'Fn::If');
    return resolve(scope.condition(text(name, 'Fn::If')) ? whenTrue : whenFalse, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(resolve(argument, scope), 'Fn::Equals');
    return String(left) === String(right);
  },
  'Fn::And': (argument, scope) => list(resolve(argument, scope), 'Fn::And').every(Boolean),
  'Fn::Or': (argument, scope) => list(resolve(argument, scope), 'Fn::Or').some(Boolean),
  'Fn::Not': (argument, scope) => !list(resolve(argument, scope), 'Fn::Not')[0],
  'Fn::FindInMap': (argument, scope) => {
    const [map, key, second] = list(resolve(argument, scope), 'Fn::FindInMap').map((part) =>
      text(part, 'Fn::FindInMap'),
    );
    return scope.mapping(map ?? '', key ?? '', second ?? '');
  },
  'Fn::ImportValue': (argument, scope) =>
    scope.importValue(text(resolve(argument, scope), 'Fn::ImportValue')),
};

/**
 * Replaces every intrinsic function in `value`. Members that come out as `AWS::NoValue` are left out.
 * @throws Error for a function that is not emulated
 */
export function resolve(value: unknown, scope: ResolutionScope): unknown {
  if (Array.isArray(value)) {
    return value.map((member) => resolve(member, scope)).filter((member) => member !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1) {
    const [name, argument] = only as [string, unknown];
    const intrinsic = intrinsics[name];
    if (intrinsic && isCall(name, argument)) return intrinsic(argument, scope);
    if (name.startsWith('Fn::')) throw new Error(`${name} is not emulated`);
  }
  return Object.fromEntries(
    entries
      .map(([name, member]) => [name, resolve(member, scope)])
      .filter(([, member]) => member !== undefined),
  );
}

/** `Condition` is also an ordinary key, of a policy statement: there its value is an object. */
function isCall(name: string, argument: unknown): boolean {
  return name !== 'Condition' || typeof argument === 'string';
}

/** Names in `${…}` of an `Fn::Sub` text; `${!literal}` is not one. */
export const substitutionPattern = /\$\{([^!}][^}]*)\}/g;

function substitute(
  template: string,
  variables: Readonly<Record<string, unknown>>,
  scope: ResolutionScope,
): string {
  return template
    .replace(substitutionPattern, (_, name: string) => {
      if (name in variables) return text(variables[name], 'Fn::Sub');
      const [logicalId, attribute] = splitOnce(name);
      return text(attribute ? scope.attribute(logicalId, attribute) : scope.ref(name), 'Fn::Sub');
    })
    .replaceAll('${!', '${');
}

export function splitOnce(name: string): [string, string] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
}

function list(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where}: expected a list, found ${JSON.stringify(value)}`);
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${where}: expected text, found ${JSON.stringify(value)}`);
}
