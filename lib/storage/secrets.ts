import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** Signing secrets, made at deployment and never in a template. 44 letters and digits are valid base64 of 33 bytes. */
export class Secrets extends Construct {
  /** Signs what the provider sends us. While it is rotated, `previous` is accepted too. */
  readonly inbound: Secret;
  /** Signs what we send, and says where to: `url` is empty until the provider has an endpoint. */
  readonly outbound: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.inbound = this.#secret('Inbound', { previous: null });
    this.outbound = this.#secret('Outbound', { url: '' });
  }

  #secret(id: string, template: Record<string, unknown>): Secret {
    const secret = new Secret(this, id, {
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(template),
        generateStringKey: 'current',
        passwordLength: 44,
        excludePunctuation: true,
      },
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The other half of this secret is configured at the provider, so a rotation on a timer would cut the line. It ' +
        'is rotated by hand with both values valid for a while: docs/runbook.md, "Rotating a webhook secret".',
    });
    return secret;
  }
}
