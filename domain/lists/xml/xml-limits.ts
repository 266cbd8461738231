/**
 * How large a list may be before it is taken for something else. OFAC's largest file, SDN_ADVANCED.XML, was 122 MB with
 * 17,815 parties in August 2025; the longest text of CONS_ENHANCED.XML has 335 characters.
 */
export const xmlLimits = {
  bytes: 1024 ** 3,
  /** Characters of one text or attribute. */
  textLength: 16_384,
  /** Characters in a row outside of records, where a list has line ends and indents alone. */
  textBetweenRecords: 4_096,
  /** Elements within one another. */
  depth: 40,
  /** Elements of one record, such as one party with all its names. */
  elementsPerRecord: 50_000,
  records: 2_000_000,
} as const;
