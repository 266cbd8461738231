import { resolve, type ResolutionScope } from './intrinsics.ts';
import type { Template } from './template.ts';

export interface Account {
  readonly region: string;
  readonly account: string;
}

/** What a created resource answers to `Ref` and `Fn::GetAtt`. */
export interface CreatedResource {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Resolves one stack's functions against what has been created so far. */
export class StackScope implements ResolutionScope {
  readonly #stackName: string;
  readonly #template: Template;
  readonly #pseudo: ReadonlyMap<string, string | undefined>;
  readonly #created: ReadonlyMap<string, CreatedResource>;
  readonly #exports: ReadonlyMap<string, unknown>;

  constructor(
    stackName: string,
    template: Template,
    where: Account,
    created: ReadonlyMap<string, CreatedResource>,
    exports: ReadonlyMap<string, unknown>,
  ) {
    this.#stackName = stackName;
    this.#template = template;
    this.#created = created;
    this.#exports = exports;
    this.#pseudo = pseudoParameters(stackName, where);
  }

  ref(name: string): unknown {
    if (this.#pseudo.has(name)) return this.#pseudo.get(name);
    const parameter = this.#template.Parameters?.[name];
    if (!parameter) return this.#resource(name).ref;
    if (parameter.Default === undefined) {
      throw new Error(
        `${this.#stackName}: the parameter ${name} has no default, and a local deployment gives none`,
      );
    }
    return parameter.Default;
  }

  attribute(logicalId: string, name: string): unknown {
    const value = this.#resource(logicalId).attributes[name];
    if (value === undefined) {
      const type = this.#template.Resources[logicalId]?.Type ?? '';
      throw new Error(`${this.#stackName}: the attribute ${name} of ${type} ${logicalId} is not emulated`);
    }
    return value;
  }

  condition(name: string): boolean {
    const condition = this.#template.Conditions?.[name];
    if (condition === undefined) throw new Error(`${this.#stackName}: no condition is called ${name}`);
    return Boolean(resolve(condition, this));
  }

  mapping(map: string, key: string, second: string): unknown {
    const value = this.#template.Mappings?.[map]?.[key]?.[second];
    if (value === undefined)
      throw new Error(`${this.#stackName}: the mapping ${map} has no ${key}.${second}`);
    return value;
  }

  importValue(name: string): unknown {
    if (!this.#exports.has(name)) throw new Error(`${this.#stackName}: no earlier stack exports ${name}`);
    return this.#exports.get(name);
  }

  #resource(logicalId: string): CreatedResource {
    const created = this.#created.get(logicalId);
    if (!created) throw new Error(`${this.#stackName}: no parameter or resource is called ${logicalId}`);
    return created;
  }
}

function pseudoParameters(stackName: string, { region, account }: Account): Map<string, string | undefined> {
  return new Map([
    ['AWS::Region', region],
    ['AWS::AccountId', account],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', stackName],
    ['AWS::StackId', `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/embedded`],
    ['AWS::NoValue', undefined],
  ]);
}
