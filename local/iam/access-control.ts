/**
 * Decides whether a caller may do something, by the policies of the synthesised template.
 * The servers ask before they act.
 */
export interface AccessControl {
  /**
   * Returns when it is allowed and throws `ServiceError('AccessDeniedException', …, 400 or 403)` naming the principal,
   * the action and the resource when it is not.
   *
   * @param accessKeyId who signed the request
   * @param action such as `dynamodb:PutItem`
   * @param resource ARN the action is on, or `*` for actions without one
   * @param context condition keys, such as `dynamodb:LeadingKeys` or `kms:EncryptionContext:party`
   */
  demand(
    accessKeyId: string,
    action: string,
    resource: string,
    context?: Readonly<Record<string, string | readonly string[]>>,
  ): void;
}
