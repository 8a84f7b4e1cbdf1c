/**
 * The migrations that this program was made for, oldest first. Written out because a bundled program
 * has no `migrations` folder beside it; `scripts/checks/schema-versions.test.ts` holds the two together.
 */
export const schemaVersions: readonly string[] = [
  '00000000000001',
  '00000000000002',
  '00000000000003',
  '00000000000004',
  '00000000000005',
  '00000000000008',
  '00000000000009',
  '00000000000011',
  '00000000000013',
  '00000000000014',
  '00000000000015',
  '00000000000016',
  '00000000000017',
  '00000000000018',
  '00000000000019',
  '00000000000020',
  '00000000000021',
  '00000000000022',
  '00000000000023',
  '00000000000024',
  '00000000000025',
  '00000000000026',
  '00000000000027',
  '00000000000028',
];
