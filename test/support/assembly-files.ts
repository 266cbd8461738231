import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const Resource = z.looseObject({ Type: z.string(), Properties: z.looseObject({}).default({}) });
const Template = z.looseObject({ Resources: z.record(z.string(), Resource) });
const Code = z.looseObject({ S3Key: z.string() });
const Assets = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.looseObject({ path: z.string() }) })),
});

export interface AssemblyFunction {
  /** Its folder under `lambdas/`, such as `decide-account`. */
  readonly name: string;
  readonly logicalId: string;
  /** Directory of its bundle, within the assembly. */
  readonly directory: string;
}

export interface AssemblyMachine {
  readonly logicalId: string;
  /** Its ASL file, within the assembly, with placeholders. */
  readonly definitionFile: string;
  /** Value of each placeholder; CloudFormation's own functions as they stand in the template. */
  readonly substitutions: Readonly<Record<string, unknown>>;
}

type Properties = z.infer<typeof Resource>['Properties'];

/** A synthesised app on disk: to be read or, as a copy, to be changed before it is booted. */
export class AssemblyFiles {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Templates and manifests are copied; assets are linked, so put another in the place of one that is to differ. */
  static copyOf(assembly: string): AssemblyFiles {
    const directory = mkdtempSync(join(tmpdir(), 'assembly-copy-'));
    for (const { name } of readdirSync(assembly, { withFileTypes: true })) {
      const [from, to] = [resolve(assembly, name), join(directory, name)];
      if (name.startsWith('asset.')) symlinkSync(from, to);
      else cpSync(from, to, { recursive: true });
    }
    return new AssemblyFiles(directory);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  functions(): AssemblyFunction[] {
    return this.#resources('AWS::Lambda::Function').map(([logicalId, { Description, Code: code }]) => ({
      logicalId,
      name: String(Description).replace('iaas-kyc ', ''),
      directory: this.#assetPath(Code.parse(code).S3Key),
    }));
  }

  function(name: string): AssemblyFunction {
    const found = this.functions().find((each) => each.name === name);
    if (found) return found;
    throw new Error(`the assembly has no function ${name}`);
  }

  machines(): AssemblyMachine[] {
    return this.#resources('AWS::StepFunctions::StateMachine').map(([logicalId, properties]) => ({
      logicalId,
      definitionFile: this.#assetPath((properties.DefinitionS3Location as { Key: string }).Key),
      substitutions: properties.DefinitionSubstitutions as Record<string, unknown>,
    }));
  }

  /**
   * Puts another bundle in a function's place.
   * @param text of its `index.mjs`, made from the path of the `index.mjs` it replaces
   */
  replaceBundle(name: string, text: (originalPath: string) => string): void {
    const { directory } = this.function(name);
    const original = join(realpathSync(directory), 'index.mjs');
    rmSync(directory, { recursive: true });
    mkdirSync(directory);
    writeFileSync(join(directory, 'index.mjs'), text(original));
  }

  /** Puts another definition in a machine's place. @param edit is given the text with its placeholders */
  replaceDefinition(logicalId: string, edit: (text: string) => string): void {
    const machine = this.machines().find((each) => each.logicalId === logicalId);
    if (!machine) throw new Error(`the assembly has no machine ${logicalId}`);
    const text = edit(readFileSync(machine.definitionFile, 'utf8'));
    rmSync(machine.definitionFile);
    writeFileSync(machine.definitionFile, text);
  }

  /** Changes the properties of one resource of the service stack. */
  edit(logicalId: string, change: (properties: Properties) => void): void {
    const template = this.#template();
    const resource = template.Resources[logicalId];
    if (!resource) throw new Error(`the service stack has no resource ${logicalId}`);
    change(resource.Properties);
    writeFileSync(this.#file('template.json'), JSON.stringify(template));
  }

  #resources(type: string): [logicalId: string, properties: Properties][] {
    return Object.entries(this.#template().Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([logicalId, { Properties }]) => [logicalId, Properties]);
  }

  #template(): z.infer<typeof Template> {
    return Template.parse(JSON.parse(readFileSync(this.#file('template.json'), 'utf8')));
  }

  #assetPath(objectKey: string): string {
    const { files } = Assets.parse(JSON.parse(readFileSync(this.#file('assets.json'), 'utf8')));
    const asset = files[objectKey.split('.')[0] ?? ''];
    if (!asset) throw new Error(`the service stack has no asset ${objectKey}`);
    return join(this.directory, asset.source.path);
  }

  #file(ending: string): string {
    return join(this.directory, `IaasKyc-dev-Service.${ending}`);
  }
}
