import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** Three keys, three purposes: nobody who may use one can do the work of another. */
export class Keys extends Construct {
  /** Wraps the data key of each party. */
  readonly party: Key;
  /** Keyed hashes for look-up. */
  readonly lookup: Key;
  /** Signs the checkpoints of the audit log; Ed25519, as C2SP notes want it. */
  readonly log: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const kept = { removalPolicy: RemovalPolicy.RETAIN };
    this.party = new Key(this, 'Party', {
      ...kept,
      description: 'iaas-kyc: wraps the data key of each party',
      enableKeyRotation: true,
    });
    this.lookup = new Key(this, 'Lookup', {
      ...kept,
      description: 'iaas-kyc: keyed hashes for look-up',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    });
    this.log = new Key(this, 'Log', {
      ...kept,
      description: 'iaas-kyc: signs the checkpoints of the audit log',
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
    });
  }
}
