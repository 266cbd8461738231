/** Where an account stands. */
export const accountStatuses = ['pending', 'verified', 'restricted', 'underReview', 'refused'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** What the provider may let the account do. */
export const permissions = ['none', 'restricted', 'full'] as const;
export type Permission = (typeof permissions)[number];
