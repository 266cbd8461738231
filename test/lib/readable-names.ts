import type { Template } from '../../local/cfn/template.ts';

type Map = Readonly<Record<string, unknown>>;

export function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// CDK ends a logical id with eight hexadecimal digits.
const hash = /[0-9A-F]{8}$/;

export function nameOf(logicalId: string): string {
  return logicalId.replace(hash, '');
}

/** Puts names in the place of intrinsic functions: `{ "Fn::GetAtt": ["TablesInbox9AB2A288", "Arn"] }` is `TablesInbox`. */
export class NameResolver {
  readonly #exports: ReadonlyMap<string, unknown>;

  constructor(templates: readonly Template[]) {
    const outputs = templates.flatMap(({ Outputs }) => Object.values(Outputs ?? {}));
    this.#exports = new Map(
      outputs.flatMap(({ Export, Value }) =>
        typeof Export?.Name === 'string' ? [[Export.Name, Value] as const] : [],
      ),
    );
  }

  resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolve(each));
    if (!isMap(value)) return value;
    const [key = '', ...others] = Object.keys(value);
    if (others.length === 0 && (key === 'Ref' || key.startsWith('Fn::')))
      return this.#intrinsic(key, value[key]);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.resolve(each)]));
  }

  #intrinsic(name: string, argument: unknown): string {
    switch (name) {
      case 'Ref':
        return nameOf(String(argument));
      case 'Fn::GetAtt': {
        const [logicalId, attribute] = argument as [string, string];
        return attribute === 'Arn' ? nameOf(logicalId) : `${nameOf(logicalId)}.${attribute}`;
      }
      case 'Fn::ImportValue':
        return String(this.resolve(this.#exports.get(String(argument))));
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown[]];
        return parts.map((part) => String(this.resolve(part))).join(separator);
      }
      case 'Fn::Sub':
        // Its placeholders are names already.
        return String(argument);
      default:
        throw new Error(`the templates use ${name}, which the tests cannot read yet: add it here`);
    }
  }
}
