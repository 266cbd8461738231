import provider from '../../data/policies/provider-default.json' with { type: 'json' };

/** The threshold of the provider's default pack. */
export const shippedThreshold: number = provider.matcher.threshold;
