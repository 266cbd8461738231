import { createHash } from 'node:crypto';

const userForm = /^arn:[a-z-]+:iam::\d{12}:user\/(?:.+\/)?([^/]+)$/;
const sessionForm = /^arn:[a-z-]+:sts::\d{12}:assumed-role\/([^/]+)\/([^/]+)$/;

// IAM Identity Center names its roles so, a prefix that IAM reserves, and sets the session's name itself.
const identityCenterPrefix = 'AWSReservedSSO_';

const speakable = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;

/**
 * The id under which a person acts, from the ARN that signed; null where the ARN proves no person. The name of another
 * role's session is chosen by whoever assumes the role, so one person could be two. A name that holds more than an
 * id may, an e-mail address for one, is kept as a digest of the ARN: distinct, and not in clear.
 */
export function signingPerson(arn: string): string | null {
  const [, user] = userForm.exec(arn) ?? [];
  const [, role = '', session] = sessionForm.exec(arn) ?? [];
  const name = user ?? (role.startsWith(identityCenterPrefix) ? session : undefined);
  if (name === undefined) return null;
  if (speakable.test(name)) return name;
  return `person.${createHash('sha256').update(arn).digest('hex').slice(0, 20)}`;
}
